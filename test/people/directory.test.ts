import { describe, expect, test } from 'vitest'
import { approverFor, rolesOf, unitOf } from '../../src/people/directory.ts'
import { readPeopleFile } from '../../src/people/people-file.ts'

const directory = readPeopleFile(
  `
enheter:
  - { id: topp, navn: Toppen, leder: ida }
  - { id: oppvekst, navn: Oppvekst, leder: mona, over: topp }
  - { id: skolen, navn: Skolen, leder: per, over: oppvekst }
personer:
  - { id: ida, navn: Ida, enhet: topp, roller: [innkjøpssjef], fullmakt: 10000000 }
  - { id: mona, navn: Mona, enhet: oppvekst, roller: [godkjenner], fullmakt: 5000000, stedfortreder: ida }
  - id: per
    navn: Per
    enhet: skolen
    roller: [godkjenner]
    fullmakt: 500000
    stedfortreder: vikar
    fravær: [{ fra: 2026-12-01, til: 2026-12-24 }]
  - { id: vikar, navn: Vikar, enhet: skolen, fullmakt: 300000 }
  - { id: kari, navn: Kari, enhet: skolen }
grupper:
  - { id: gruppen, roller: [innkjøper] }
`,
  'people.yaml',
)
const nobody = new Map()

describe('roles', () => {
  test('come from the file and from groups, and who leads may do what an officer may', () => {
    expect([...rolesOf(directory, nobody, 'kari')]).toEqual(['employee'])
    expect([...rolesOf(directory, nobody, 'ida')]).toEqual(['employee', 'lead', 'officer'])
    expect([...rolesOf(directory, new Map([['gruppen', new Set(['kari'])]]), 'kari')]).toEqual([
      'employee',
      'officer',
    ])
    expect([...rolesOf(directory, new Map([['another', new Set(['kari'])]]), 'kari')]).toEqual(['employee'])
  })

  test('of somebody whom nobody knows are those of an employee', () => {
    expect([...rolesOf(directory, nobody, 'stranger')]).toEqual(['employee'])
    expect(unitOf(directory, 'stranger')).toBeUndefined()
  })
})

describe('who approves for a unit', () => {
  const approver = (amount: number, day = '2026-11-22') =>
    approverFor(directory, 'skolen', { amount, day })?.id
  test('is its manager up to the limit, and then the one above', () => {
    expect([approver(500_000), approver(500_001), approver(5_000_000), approver(5_000_001)]).toEqual([
      'per',
      'mona',
      'mona',
      'ida',
    ])
    expect(approver(10_000_001)).toBeUndefined()
  })

  test('is the delegate while the manager is away, if that one may approve as much', () => {
    expect(approver(300_000, '2026-12-01')).toBe('vikar')
    expect(approver(300_001, '2026-12-24')).toBe('mona')
    expect(approver(300_001, '2026-12-25')).toBe('per')
  })

  test('is not the delegate of somebody who is there, whatever that one may approve', () => {
    const generous = readPeopleFile(
      `
enheter: [{ id: skolen, navn: Skolen, leder: per }]
personer:
  - { id: per, navn: Per, fullmakt: 1000, stedfortreder: mona }
  - { id: mona, navn: Mona, fullmakt: 9000 }
`,
      'people.yaml',
    )
    expect(approverFor(generous, 'skolen', { amount: 2000, day: '2026-11-22' })).toBeUndefined()
  })
})

test.each([
  ['personer: [{ id: a, navn: A, roller: [konge] }]', 'roller'],
  ['personer: [{ id: *ukjent, navn: A }]', 'kan ikke leses: Unresolved alias'],
  ['personer: [{ id: a, navn: A, enhet: x }]', 'enhet «x», som ikke finnes'],
  ['personer: [{ id: a, navn: A }, { id: a, navn: B }]', 'personen «a» står to ganger'],
  ['enheter: [{ id: e, navn: E, leder: x }]', 'leder «x», som ikke står under personer'],
  ['personer: [{ id: a, navn: A, stedfortreder: b }]', 'stedfortreder «b»'],
  [
    'personer: [{ id: a, navn: A, fravær: [{ fra: 2026-02-01, til: 2026-01-01 }] }]',
    'slutter før det begynner',
  ],
  ['folk: []', 'folk'],
  ['[1]', 'må ha enheter, personer og grupper'],
  ['{', 'kan ikke leses'],
])('%s is refused with what is wrong', (source, problem) => {
  expect(() => readPeopleFile(source, 'people.yaml')).toThrow(problem)
})

test('units that lie under each other in a circle end the search', () => {
  const circle = readPeopleFile(
    'enheter: [{ id: a, navn: A, leder: p, over: b }, { id: b, navn: B, leder: p, over: a }]\npersoner: [{ id: p, navn: P }]',
    'people.yaml',
  )
  expect(approverFor(circle, 'a', { amount: 1, day: '2026-01-01' })).toBeUndefined()
})
