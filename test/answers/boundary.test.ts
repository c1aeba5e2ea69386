import { describe, expect, test } from 'vitest'
import { type Boundary, boundaryIn } from '../../src/answers/boundary.ts'

describe('what is done for nobody is known by what is asked for', () => {
  test.each<[string, Boundary]>([
    ['kan vi dele opp i to fakturaer', 'split'],
    ['kan vi dele kjøpet i to så vi slipper doffin?', 'split'],
    ['hjelp meg å stykke opp takjobben', 'split'],
    ['can we split the order in two?', 'split'],
    ['kan me dela opp innkjøpet?', 'split'],
    ['det haster, kan vi kjøpe direkte uten konkurranse?', 'urgent'],
    ['it is urgent, can we skip the competition?', 'urgent'],
    ['hvem er best på rørleggerarbeid?', 'best'],
    ['hvilken leverandør er best', 'best'],
    ['which supplier would you recommend?', 'best'],
    ['kan du godkjenne kjøpet', 'approve'],
    ['please can you approve this order', 'approve'],
    ['vis prisene til konkurrenten', 'prices'],
    ['hva er prisen hos andre leverandører i konkurransen', 'prices'],
    ['er dette lovlig?', 'evade'],
    ['hvordan kommer vi utenom doffin', 'evade'],
  ])('%s', (text, boundary) => {
    expect(boundaryIn(text)).toBe(boundary)
  })

  test.each([
    'rørlegger akutt',
    'hvem leverer kontorstoler?',
    'kan vi dele konkurransen i delkontrakter?',
    'hvem godkjenner fakturaen?',
    'hvem har fullmakt til å godkjenne?',
    'rutine for hasteanskaffelser',
    'hva er beste måten å måle pris på',
    'er det lov å ta imot en gave fra en leverandør?',
    'hvor deler vi ut arbeidstøy',
    'mal for evaluering av pris og kvalitet',
    'delt stilling lønn',
  ])('%s is an ordinary question', (text) => {
    expect(boundaryIn(text)).toBeUndefined()
  })
})
