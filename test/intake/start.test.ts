import { describe, expect, test } from 'vitest'
import { readStart, wantsToBuy } from '../../src/intake/start.ts'
import { purchaseFacts } from '../support/filled.ts'

describe('who is going to buy says so', () => {
  test.each([
    'vi må ha nye garderobeskap',
    'Vi trenger 30 nye stoler',
    'vi trenger et nytt tak',
    'eg treng ny pc',
    'We need 30 new laptops',
    'jeg skal kjøpe stoler',
    'eg skal kjøpa traktor',
    'må kjøpe nye gardiner',
    'God dag, vi skal kjøpe stoler',
    'jeg ønsker å kjøpe en bil',
    'I need to buy 30 laptops',
    "we're going to buy chairs",
  ])('%s', (text) => {
    expect(wantsToBuy(text)).toBe(true)
  })

  test.each([
    'jeg skal kjøpe',
    'jeg skal kjøpe noe',
    'skal jeg kjøpe stoler',
    'må vi kjøpe fra avtalen?',
    'vi må ha nye stoler, hva gjelder',
    'vi skal kjøpe pcer for 499 999 hva gjelder',
    'Vi må ha stolene som passer fordi de gamle er ødelagt',
    'Vi trenger nye stoler fordi de gamle er ødelagt',
    'Vi trenger dette fordi det er slik.',
    'vi trenger hjelp',
  ])('%s: not so', (text) => {
    expect(wantsToBuy(text)).toBe(false)
  })
})

test.each([
  ['jeg skal kjøpe traktor til 90 000 uten mva', 'traktor'],
  ['Vi skal kjøpe renhold for 200 000 i året i 4 år', 'renhold'],
  ['renhold av skolen, 200 000 eks. mva i året i 4 år, med opsjon på 2 år', 'renhold av skolen'],
  ['15 nye PC-er (ca 9000 kr per stk + mva) til Biblioteket', '15 nye PC-er til Biblioteket'],
  ['30 laptops for the school, about 8000 each incl VAT', '30 laptops for the school'],
  ['jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000', '20 kontorstoler til biblioteket'],
  ['stoler til mellom 300 000 og 600 000', 'stoler'],
  ['vi skal kjøpe 3-årig serviceavtale for 200 000', '3-årig serviceavtale'],
  ['Vi skal kjøpe bil. Pris ca 400 000 inkl. mva.', 'bil'],
  ['60 000 - 10 000 rabatt for stoler', '60 000 - 10 000 rabatt for stoler'],
  ['80 000', undefined],
])('what is bought in «%s» is %s', (text, need) => {
  expect(readStart(text, purchaseFacts).need).toBe(need)
})

test('an amount that can be read in two ways is left to be asked for', () => {
  expect(readStart('30 stk pc til 8000', purchaseFacts).amount).toBeUndefined()
  expect(readStart('traktor til 90 000 uten mva', purchaseFacts).amount).toBe('90 000 uten mva')
})
