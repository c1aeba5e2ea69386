import { describe, expect, test } from 'vitest'
import { type Earlier, readFollowUp } from '../../src/answers/follow-up.ts'
import { type Item, openKnowledge } from '../../src/knowledge/knowledge.ts'

const knowledge = await openKnowledge('knowledge')
const item = (id: string): Item => {
  const found = knowledge.item(id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const plumber: Earlier = { text: 'hvem er rørlegger?', shown: item('ror1'), offered: [], reckoned: undefined }
const offered: Earlier = {
  text: 'hvem brøyter',
  shown: undefined,
  offered: [item('brøyt1'), item('brøyt2')],
  reckoned: undefined,
}

describe('after an item was shown', () => {
  test.each([
    ['og leverandør nummer to?', { of: 'supplier', number: 2 }],
    ['hva med nr. 2?', { of: 'supplier', number: 2 }],
    ['og den andre leverandøren?', { of: 'supplier', number: 2 }],
    ['what about the second supplier', { of: 'supplier', number: 2 }],
    ['kven er det eg ringer?', { of: 'contact' }],
    ['hvem ringer jeg', { of: 'contact' }],
    ['who do I call?', { of: 'contact' }],
    ['hvordan bestiller jeg?', { of: 'ordering' }],
    ['korleis tingar eg det', { of: 'ordering' }],
    ['når går den ut?', { of: 'end' }],
    ['hvor lenge varer den', { of: 'end' }],
    ['hvem er ansvarlig?', { of: 'owner' }],
    ['hva dekker den?', { of: 'covers' }],
    ['finnes det en mal?', { of: 'template' }],
    ['er det noen rutine for det?', { of: 'routine' }],
  ])('«%s» goes on about it', (text, wish) => {
    expect(readFollowUp(text, plumber)).toEqual({ kind: 'about', item: plumber.shown, wish })
  })

  test.each([
    ['hva med møbler da?', 'møbler'],
    ['og elektriker?', 'elektriker'],
    ['what about furniture?', 'furniture'],
    ['kva med målar då', 'målar'],
  ])('«%s» asks the same about another thing', (text, question) => {
    expect(readFollowUp(text, plumber)).toMatchObject({ kind: 'instead', question })
  })

  test.each(['og hvis den er på 2 millioner?', 'og for barnehagen?'])(
    '«%s» changes what was asked',
    (text) => {
      expect(readFollowUp(text, plumber)).toMatchObject({
        kind: 'instead',
        question: `${plumber.text} ${text}`,
      })
    },
  )

  test.each([
    'hvem leverer kontorstoler?',
    'mal for protokoll',
    'når må vi kunngjøre i Doffin',
    'I need a taxi',
  ])('«%s» is a question of its own', (text) => {
    expect(readFollowUp(text, plumber)).toEqual({ kind: 'new' })
  })
})

describe('after some were offered', () => {
  test.each([
    ['den første', 'brøyt1'],
    ['nummer to', 'brøyt2'],
    ['the second one', 'brøyt2'],
  ])('«%s» is one of them', (text, id) => {
    expect(readFollowUp(text, offered)).toEqual({ kind: 'about', item: item(id), wish: { of: 'item' } })
  })

  test('what points to none of them is asked together with what was asked before', () => {
    expect(readFollowUp('hvem ringer jeg?', offered)).toMatchObject({
      kind: 'instead',
      question: 'hvem brøyter hvem ringer jeg?',
    })
  })
})

test('without an earlier turn nothing goes on', () => {
  expect(readFollowUp('hvem ringer jeg?', undefined)).toEqual({ kind: 'new' })
})
