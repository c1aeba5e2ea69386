import { expect, test } from 'vitest'
import { fileName } from '../../src/paper/paper.ts'

test('what Windows and SharePoint refuse becomes a hyphen', () => {
  expect(fileName('Kjøp: a/b\\c*d?"e"<f>|#g%', 'docx')).toBe('Kjøp- a-b-c-d--e--f---g-.docx')
})

test('spaces are one, and none stands at an end', () => {
  expect(fileName('  Nytt \t kurs . ', 'docx')).toBe('Nytt kurs.docx')
})

test('a long name is cut between signs', () => {
  expect(fileName('🚒'.repeat(200), 'docx')).toBe(`${'🚒'.repeat(100)}.docx`)
})

test('a name of nothing is a document', () => {
  expect(fileName('...', 'docx')).toBe('dokument.docx')
})
