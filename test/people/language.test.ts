import { expect, test } from 'vitest'
import { languageOf, languageOfLocale } from '../../src/people/language.ts'

test.each([
  ['nb', 'hvem leverer kontorstoler?'],
  ['nb', 'trenger en varebil i to dager'],
  ['nb', 'må jeg hente inn tre tilbud når det koster 80 000'],
  ['nn', 'kven leverer kontorrekvisita'],
  ['nn', 'vi treng nye møblar på sjukeheimen'],
  ['nn', 'kan vi leige buss til klassetur'],
  ['nn', 'elevane skal ha nye bøker'],
  ['en', 'I need a new laptop'],
  ['en', 'rent a van for two days'],
  ['en', 'who is allowed to sign contracts'],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test.each([
  'IT-utstyr',
  'is til 17. mai',
  'dokument',
  'mal for dokument',
  'reglement',
  'laks',
  'plast',
  'fast inventar',
  'måling av radon',
  'fotballbane',
  'hekksaks',
  'postboks',
  'målinger av inneklima',
  'and til julebord',
])('«%s» is not taken for English or nynorsk', (text) => {
  expect([undefined, 'nb']).toContain(languageOf(text))
})

test.each(['kontorstol', 'rotter', '2024/1000', '', '👍'])('nothing tells the language of «%s»', (text) => {
  expect(languageOf(text)).toBeUndefined()
})

test('an English client says nothing about the person, a Norwegian one does', () => {
  expect(languageOfLocale('en-US')).toBeUndefined()
  expect(languageOfLocale(undefined)).toBeUndefined()
  expect(languageOfLocale('nb-NO')).toBe('nb')
  expect(languageOfLocale('nn-NO')).toBe('nn')
})
