import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { allKinds, bandOn, dutiesOn, type Facts, factNames, type Kind } from '../../src/rules/rules.ts'

const { rules } = await openKnowledge('knowledge')
const today = '2026-11-22'
const due = (
  kind: Kind,
  value: number,
  { day = today, known = {}, months }: { day?: string; known?: Facts; months?: number | 'indefinite' } = {},
) => {
  const banded = bandOn(rules.limits, { day, kind, value })
  if (!banded) throw new Error(`no limits on ${day}`)
  return dutiesOn(rules, { ...banded, months }, known)
}
const everyFact: Facts = Object.fromEntries(Object.values(factNames).map((fact) => [fact, true]))
const ids = (...args: Parameters<typeof due>) =>
  due(...args)
    .filter(({ ask }) => !ask)
    .map(({ duty }) => duty.id)
const text = (id: string, ...args: Parameters<typeof due>) =>
  due(...args).find(({ duty }) => duty.id === id)?.text.nb

describe('what must be done follows from the band', () => {
  test.each<[Kind, number, string[]]>([
    ['goods', 499_999, ['p-under-loven']],
    ['goods', 500_000, ['p-del1', 'p-uten-kunngjoring', 'p-dok1']],
    ['goods', 1_300_000, ['p-del2', 'p-doffin', 'p-karens2', 'p-dok2']],
    ['goods', 2_500_000, ['p-del3', 'p-ted', 'p-karens3', 'p-dok3']],
    ['works', 62_899_999, ['p-del2', 'p-doffin', 'p-karens2', 'p-dok2']],
    ['works', 62_900_000, ['p-del3', 'p-ted', 'p-karens3', 'p-dok3']],
    ['health', 8_699_999, ['p-del1', 'p-uten-kunngjoring', 'p-dok1']],
    ['health', 8_700_000, ['p-del4', 'p-ted-helse', 'p-karens4', 'p-dok2']],
    ['special', 8_700_000, ['p-del2', 'p-ted-saerlige', 'p-karens-s', 'p-dok2']],
    ['utilities', 4_999_999, ['p-forsyning', 'p-uten-kunngjoring-f']],
    ['concession', 1_000_000, ['p-konsesjon', 'p-uten-kunngjoring-k']],
  ])('%s for %i', (kind, value, expected) => {
    const shown = due(kind, value).filter(({ duty }) =>
      ['procedure', 'publishing', 'standstill', 'documentation'].includes(duty.part),
    )
    expect(shown.map(({ duty }) => duty.id)).toEqual(expected)
  })
})

describe('who does it and who may approve', () => {
  const parts = (kind: Kind, value: number) =>
    due(kind, value)
      .filter(({ duty }) => ['responsibility', 'quotes', 'authority'].includes(duty.part))
      .map(({ duty }) => duty.id)
  test.each<[Kind, number, string[]]>([
    ['goods', 99_999, ['p-sektor', 'p-direkte', 'p-leder']],
    ['goods', 100_000, ['p-sektor', 'p-tre', 'p-leder']],
    ['goods', 499_999, ['p-sektor', 'p-tre', 'p-leder']],
    ['goods', 500_000, ['p-seksjon', 'p-leder']],
    ['goods', 500_001, ['p-seksjon', 'p-direktor']],
    ['goods', 5_000_000, ['p-seksjon', 'p-direktor']],
    // Above what the sector director may sign, and for works, nothing is set: the card says so.
    ['goods', 5_000_001, ['p-seksjon']],
    ['works', 600_000, ['p-direktor']],
  ])('%s for %i', (kind, value, expected) => {
    expect(parts(kind, value)).toEqual(expected)
  })
})

describe('the checks', () => {
  test('there is one for each thing that a buyer has to think of', () => {
    expect(rules.duties.filter(({ part }) => part === 'check').map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'p-rammeavtale',
        'p-gjenbruk',
        'p-behov',
        'p-verdi',
        'p-type',
        'p-budsjett',
        'p-habil',
        'p-klima',
        'p-bil',
        'p-lonn',
        'p-bygg',
        'p-larling',
        'p-skatt',
        'p-menneskerett',
        'p-apenhet',
        'p-uu',
        'p-personvern',
        'p-infosikkerhet',
        'p-beredskap',
        'p-sarbare',
        'p-kontrakt',
        'p-ehandel',
        'p-ehf',
        'p-arkiv',
        'p-oppfolging',
        'p-vikar',
      ]),
    )
  })

  test('30 % climate weight binds only what must be published, and held for everything before 2026-07-01', () => {
    expect(ids('goods', 1_299_999)).not.toContain('p-klima30')
    expect(ids('goods', 1_300_000)).toContain('p-klima30')
    expect(text('p-klima', 'goods', 600_000)).not.toContain('30 prosent')
    expect(text('p-klima', 'goods', 600_000, { day: '2026-06-30' })).toContain('30 prosent')
    expect(text('p-klima', 'goods', 600_000, { day: '2023-12-31' })).toBeUndefined()
  })

  test('tax information is asked for from where the act applies; before 2026-07-01 above 500 000', () => {
    expect(ids('goods', 499_999)).not.toContain('p-skatt')
    expect(ids('goods', 500_000)).toContain('p-skatt')
    expect(ids('goods', 500_000, { day: '2026-06-30' })).not.toContain('p-skatt')
    expect(ids('goods', 500_001, { day: '2026-06-30' })).toContain('p-skatt')
  })

  test('apprentices and pay are for what must be published; before 2026-07-01 apprentices from 2 050 000', () => {
    const asked = (value: number, day = today) =>
      due('works', value, { day }).some(({ duty }) => duty.id === 'p-larling')
    expect([asked(1_299_999), asked(1_300_000)]).toEqual([false, true])
    expect([asked(2_049_999, '2026-06-30'), asked(2_050_000, '2026-06-30')]).toEqual([false, true])
    expect([ids('works', 1_299_999).includes('p-bygg'), ids('works', 1_300_000).includes('p-bygg')]).toEqual([
      false,
      true,
    ])
  })

  test('apprentices are for contracts of more than three months, and for those whose duration nobody knows', () => {
    const known = { 'trade-work': true }
    const held = (months?: number | 'indefinite') =>
      ids('works', 2_000_000, { known, ...(months !== undefined && { months }) }).includes('p-larling')
    expect([held(2), held(3), held(4), held('indefinite'), held()]).toEqual([false, false, true, true, true])
  })

  test('the paragraphs that do not hold for utilities and concessions are not shown for them', () => {
    const known: Facts = { ...everyFact, 'close-relation': false }
    for (const kind of ['utilities', 'utilities-works', 'concession'] as const)
      for (const value of [80_000, 900_000, 70_000_000])
        for (const { duty, legalBasis } of due(kind, value, { known })) {
          expect(legalBasis, `${duty.id} for ${kind}`).not.toMatch(/anskaffelsesforskriften/i)
          // Anskaffelsesloven § 2 leaves these out.
          expect(legalBasis, `${duty.id} for ${kind}`).not.toMatch(/anskaffelsesloven.* 5[abce-l]/i)
        }
  })

  test('what utilities have instead is said and must be confirmed', () => {
    const water = due('utilities', 900_000).filter(({ duty }) => ['p-verdi-f', 'p-krav-f'].includes(duty.id))
    expect(water.map(({ confirmed }) => confirmed)).toEqual([false, false])
    expect(ids('utilities', 499_999)).not.toContain('p-krav-f')
  })

  test('what depends on a fact is asked for, holds when it is so, and is gone when it is not', () => {
    const about = (known: Facts) =>
      due('goods', 600_000, { known }).find(({ duty }) => duty.id === 'p-bil')?.ask
    expect(about({})).toBe(true)
    expect(about({ vehicle: true })).toBe(false)
    expect(about({ vehicle: false })).toBeUndefined()
  })

  test('what follows from an answer about what was ticked is never asked for, and holds once it is so', () => {
    const following = ['p-bil-unntak', 'p-dpia', 'p-overforing', 'p-enbruker']
    const of = (known: Facts) => ids('health', 10_000_000, { known }).filter((id) => following.includes(id))
    expect(due('health', 10_000_000).filter(({ duty }) => following.includes(duty.id))).toEqual([])
    expect(of(everyFact).sort()).toEqual(following.sort())
    expect(of({ 'sensitive-data': true })).toEqual(['p-dpia'])
    expect(of({ 'outside-eea': true })).toEqual(['p-overforing'])
    expect(of({ 'one-user': true })).toEqual(['p-enbruker'])
    expect(of({ 'emission-exception': true })).toEqual(['p-bil-unntak'])
  })

  test('every duty that asks has a question, and every text is there in three languages', () => {
    for (const kind of allKinds)
      for (const value of [80_000, 900_000, 2_000_000, 100_000_000])
        for (const { duty, ask } of due(kind, value))
          if (ask && duty.id !== 'p-apenhet') expect(duty.question, duty.id).toBeDefined()
    for (const { id, periods, title } of rules.duties)
      for (const { text } of [...periods, { text: title }])
        expect(Object.keys(text), id).toEqual(['nb', 'nn', 'en'])
  })

  test('every duty says where it stands: a paragraph, an article, a chapter, a point or a regulation by number', () => {
    const whole = ['Konsesjonskontraktforskriften', 'Forsyningsforskriften']
    for (const { id, periods } of rules.duties)
      for (const { legalBasis } of periods)
        if (!whole.includes(legalBasis))
          expect(legalBasis, id).toMatch(/§ |artikkel \d|kapittel \d|punkt \d|(?:FOR|LOV)-\d{4}/)
  })

  test('what is not confirmed by a source says so', () => {
    const open = due('services', 2_000_000).filter(
      ({ confirmed, duty }) => !confirmed && duty.authority === 'law',
    )
    expect(open.map(({ duty }) => duty.id)).toEqual(expect.arrayContaining(['p-lonn', 'p-larling']))
  })
})
