import { describe, expect, test } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { bandOn, dutiesOn, type Kind } from '../../src/rules/rules.ts'

const { rules } = await openKnowledge('knowledge')
const today = '2026-11-22'
const due = (
  kind: Kind,
  value: number,
  { day = today, known = {} }: { day?: string; known?: object } = {},
) => {
  const banded = bandOn(rules.limits, { day, kind, value })
  if (!banded) throw new Error(`no limits on ${day}`)
  return dutiesOn(rules, banded, known)
}
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

  test('the paragraphs that do not hold for utilities and concessions are not shown for them', () => {
    for (const kind of ['utilities', 'utilities-works', 'concession'] as const)
      for (const id of ['p-klima', 'p-klima30', 'p-skatt', 'p-lonn', 'p-bygg', 'p-larling'])
        expect(ids(kind, 70_000_000), kind).not.toContain(id)
  })

  test('what depends on a fact is asked for, holds when it is so, and is gone when it is not', () => {
    const about = (known: object) =>
      due('goods', 600_000, { known }).find(({ duty }) => duty.id === 'p-bil')?.ask
    expect(about({})).toBe(true)
    expect(about({ vehicle: true })).toBe(false)
    expect(about({ vehicle: false })).toBeUndefined()
  })

  test('every duty that asks has a question, and every text is there in three languages', () => {
    for (const { id, periods, question, title } of rules.duties) {
      for (const { when, text } of periods) {
        expect(Object.keys(text), id).toEqual(['nb', 'nn', 'en'])
        if (when.facts && id !== 'p-apenhet') expect(question, id).toBeDefined()
      }
      expect(Object.keys(title), id).toEqual(['nb', 'nn', 'en'])
    }
  })

  test('what is not confirmed by a source says so', () => {
    const open = due('services', 2_000_000).filter(
      ({ confirmed, duty }) => !confirmed && duty.authority === 'law',
    )
    expect(open.map(({ duty }) => duty.id)).toEqual(expect.arrayContaining(['p-lonn', 'p-larling']))
  })
})
