import { expect, test } from 'vitest'
import { emptyContent } from '../../src/courses/event.ts'
import { clockwork } from '../../src/courses/letters.ts'
import { answerBy, closesAt, decidedAt, evaluatedAt, remindAt, startOf } from '../../src/courses/times.ts'

const at = (written: string) => Date.parse(written)
const session = (day: string, from = '09:00', to = '11:00') => ({ id: '1', code: '1234', day, from, to })
const content = (day: string, more: object = {}) => ({ ...emptyContent, sessions: [session(day)], ...more })

test('people are reminded at nine in Norway, on the right day also across a change of the clock', () => {
  expect(remindAt(session('2027-03-29'), 1)).toBe(at('2027-03-28T09:00:00+02:00'))
  expect(remindAt(session('2027-03-29'), 7)).toBe(at('2027-03-22T09:00:00+01:00'))
  expect(remindAt(session('2027-11-01'), 1)).toBe(at('2027-10-31T09:00:00+01:00'))
  expect(remindAt(session('2027-11-01'), 7)).toBe(at('2027-10-25T09:00:00+02:00'))
  expect(startOf(session('2027-03-29'))).toBe(at('2027-03-29T09:00:00+02:00'))
})

test('yes can be said to the end of the last day, and never after it begins', () => {
  expect(closesAt(content('2027-03-30', { deadline: '2027-03-27' }))).toBe(at('2027-03-28T00:00:00+01:00'))
  expect(closesAt(content('2027-03-30', { deadline: '2027-03-30' }))).toBe(at('2027-03-30T09:00:00+02:00'))
  expect(closesAt(content('2027-03-30'))).toBe(at('2027-03-30T09:00:00+02:00'))
})

test('a place is offered for a day, not over a weekend alone, shorter when it begins soon, and not at the last moment', () => {
  const tuesday = content('2027-01-12')
  const by = (offered: string) => answerBy(tuesday, at(offered))
  expect(by('2027-01-06T15:00:00+01:00')).toBe(at('2027-01-07T15:00:00+01:00'))
  expect(by('2027-01-08T15:00:00+01:00'), 'a Friday').toBe(at('2027-01-11T12:00:00+01:00'))
  expect(by('2027-01-12T04:00:00+01:00')).toBe(at('2027-01-12T08:00:00+01:00'))
  expect(by('2027-01-12T07:00:00+01:00')).toBe(at('2027-01-12T08:00:00+01:00'))
  expect(by('2027-01-12T07:00:01+01:00')).toBeUndefined()
})

test('whether enough come is seen in the morning after the last day, and how it was is asked the morning after', () => {
  const some = content('2027-01-12', { deadline: '2027-01-05', minimum: 5 })
  expect(decidedAt(some)).toBe(at('2027-01-06T08:00:00+01:00'))
  expect(decidedAt({ ...some, minimum: null })).toBeUndefined()
  expect(evaluatedAt(some)).toBe(at('2027-01-13T09:00:00+01:00'))
})

test('all that is due by the clock is due once, and nothing of what is past', () => {
  const event = { id: 'A-1', content: content('2027-01-12', { deadline: '2027-01-05', minimum: 5 }) }
  const due = (now: string) =>
    clockwork(event, { at: at(now), remindBefore: [7, 1] }).map(({ key }) => key?.replace(/ \d{13}/, ''))
  const all = ['A-1 remind 1 7', 'A-1 remind 1 1', 'A-1 decide', 'A-1 ask-all']
  expect(due('2026-12-01T12:00:00+01:00')).toEqual(all)
  expect(due('2027-01-08T12:00:00+01:00')).toEqual(['A-1 remind 1 1', 'A-1 ask-all'])
  const keys = (on: string) =>
    clockwork({ id: 'A-1', content: content(on) }, { at: 0, remindBefore: [1] }).map(({ key }) => key)
  expect(keys('2027-01-12'), 'what is moved is reminded of anew').not.toEqual(keys('2027-01-13'))
})
