import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readActivity } from '../../src/teams/arrival.ts'
import { activityFrom } from '../support/chat.ts'

const recorded = (name: string) => JSON.parse(readFileSync(`test/recordings/${name}.json`, 'utf8'))

test('no JSON makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(readActivity(body).kind).toBe('ignored')
    }),
  )
})

test('no activity with anything in any place makes it throw', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('message', 'invoke', 'installationUpdate', 'adaptiveCard/action'),
  )
  const activities = fc.record(
    {
      type: anything,
      name: anything,
      text: anything,
      value: anything,
      action: anything,
      from: fc.oneof(anything, fc.record({ id: anything, aadObjectId: anything, name: anything })),
      recipient: fc.oneof(anything, fc.record({ id: anything })),
      conversation: fc.oneof(anything, fc.record({ id: anything, tenantId: anything })),
      channelData: anything,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(activities, (body) => typeof readActivity(body).kind === 'string'),
    { numRuns: 1000 },
  )
})

test('a recorded message is what the person said', () => {
  expect(readActivity(recorded('said'))).toMatchObject({
    kind: 'said',
    text: 'hei',
    from: {
      person: {
        id: '00000000-0000-0000-0000-0000000000aa:00000000-0000-0000-0000-000000000001',
        name: 'Kari Ansatt',
      },
      conversation: 'personal-chat-kari',
      locale: 'en-US',
    },
  })
})

test('a recorded installation is greeted, the member list that follows is not', () => {
  expect(readActivity(recorded('installed')).kind).toBe('installed')
  expect(readActivity(recorded('members-added')).kind).toBe('ignored')
})

const base = activityFrom('https://smba.example')

test('being mentioned is not part of what was said', () => {
  const text = '<at id="0">Innkjøpsassistenten</at>&nbsp;hvem leverer stoler?'
  expect(readActivity({ ...base, type: 'message', text })).toMatchObject({
    kind: 'said',
    text: 'hvem leverer stoler?',
  })
})

test('a message without text is said, and empty', () => {
  expect(readActivity({ ...base, type: 'message', value: null })).toMatchObject({ kind: 'said', text: '' })
})

test('an upgrade or removal of the app is not greeted', () => {
  for (const action of ['remove', 'add-upgrade', 'remove-upgrade'])
    expect(readActivity({ ...base, type: 'installationUpdate', action }).kind).toBe('ignored')
})

test('feedback is read with its reason, however the client writes it', () => {
  const feedback = (given: unknown) =>
    readActivity({
      ...base,
      type: 'invoke',
      name: 'message/submitAction',
      replyToId: 'answer-1',
      value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: given } },
    })
  expect(feedback('{"feedbackText":"feil avtale"}')).toMatchObject({
    kind: 'feedback',
    answer: 'answer-1',
    reason: 'feil avtale',
  })
  expect(feedback('feil avtale')).toMatchObject({ kind: 'feedback', reason: 'feil avtale' })
  expect(feedback(undefined)).toMatchObject({ kind: 'feedback', reaction: 'dislike', reason: '' })
})

test('an invoke that is not understood is a request that must be answered', () => {
  for (const name of ['task/fetch', 'adaptiveCard/action', 'message/submitAction', ''])
    expect(readActivity({ ...base, type: 'invoke', name, value: 7 })).toMatchObject({
      kind: 'asked-for-more',
      name,
    })
})
