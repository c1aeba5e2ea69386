import { expect, test } from 'vitest'
import { articleFromAnswer, duplicatesOf, openKnowledge } from '../../src/knowledge/knowledge.ts'
import { searchKnowledge } from '../../src/knowledge/search.ts'

const knowledge = await openKnowledge('knowledge')
const found = (title: string, question: string, body: string) =>
  duplicatesOf(knowledge, { title, question, body }).map(({ item }) => item.id)

test.each([
  ['what answers the question', 'Leiebil', 'kan vi leie bil til hjemmesykepleien', 'Ja.', 'bil1'],
  ['what has the title', 'Veileder for kjøp av biler', 'kan vi få en Tesla', 'Nei.', 'g-bil'],
  [
    'what has the text',
    'Noe nytt',
    'xyz',
    'Når kommunen har en rammeavtale, skal du bruke den. Er det flere leverandører i rangert rekkefølge, skal du spørre nummer én først. Er avtalen parallell, holder du minikonkurranse.',
    'r-avrop',
  ],
])('finds %s', (_, title, question, body, id) => {
  expect(found(title, question, body)).toContain(id)
})

test.each([
  [
    'Dronekjøp',
    'kan vi kjøpe drone til oppmåling',
    'Kommunen har ingen avtale for droner. Snakk med oss først.',
  ],
  [
    'Hoppeslott',
    'leie hoppeslott til 17. mai',
    'Det bestiller du selv. Be om tilbud, og sjekk at firmaet er forsikret.',
  ],
  ['Parkering', 'hvor parkerer jeg', 'Ta kontakt med innkjøpsseksjonen.'],
  ['', '', ''],
])('finds nothing where nothing says the same: %s', (title, question, body) => {
  expect(found(title, question, body)).toEqual([])
})

test('finds the article that was written from such an answer before', () => {
  const proposed = {
    title: 'Leie av hoppeslott',
    question: 'kan vi leie hoppeslott til 17. mai',
    body: 'Hoppeslott bestiller du selv.',
  }
  const article = {
    ...articleFromAnswer({ ...proposed, owner: 'Innkjøpsrådgiver', source: 'Svar', day: '2026-11-22' }),
    id: 'a-2026-0001',
    type: 'guideline' as const,
    attachment: undefined,
    place: { file: 'answers/a-2026-0001.md', line: 1 },
  }
  const search = searchKnowledge({ items: [...knowledge.items, article], outside: [], synonyms: new Map() })
  expect(duplicatesOf({ search }, { ...proposed, title: 'Hoppeslott' })[0]?.item.id).toBe('a-2026-0001')
})
