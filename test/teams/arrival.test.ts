import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readActivity } from '../../src/teams/arrival.ts'
import { activityFrom } from '../support/chat.ts'

const base = activityFrom('https://smba.example')
const downloadInfo = 'application/vnd.microsoft.teams.file.download.info'
const recorded = (name: string) => JSON.parse(readFileSync(`test/recordings/${name}.json`, 'utf8'))

test('no JSON makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => readActivity(body).kind === 'no-activity'))
})

test('no activity with anything in any place makes it throw, and every kind is met', () => {
  const anything = fc.jsonValue()
  const value = fc.oneof(
    anything,
    fc.record({
      action: fc.oneof(anything, fc.record({ verb: fc.oneof(fc.string(), anything), data: anything })),
    }),
    fc.record({
      actionName: fc.constant('feedback'),
      actionValue: fc.record({
        reaction: fc.oneof(fc.constantFrom('like', 'dislike'), anything),
        feedback: anything,
      }),
    }),
    fc.record({
      action: fc.oneof(fc.constantFrom('accept', 'decline'), anything),
      context: anything,
      uploadInfo: fc.oneof(anything, fc.record({ uploadUrl: anything, name: anything })),
    }),
  )
  const attachments = fc.oneof(
    anything,
    fc.array(
      fc.oneof(
        anything,
        fc.record({
          contentType: fc.oneof(fc.constantFrom(downloadInfo, 'image/*'), anything),
          name: anything,
          content: fc.oneof(anything, fc.record({ downloadUrl: anything })),
        }),
      ),
    ),
  )
  const parts = fc.record(
    {
      type: fc.oneof(fc.constantFrom('message', 'invoke', 'installationUpdate', 'typing'), anything),
      name: fc.oneof(
        fc.constantFrom('adaptiveCard/action', 'message/submitAction', 'fileConsent/invoke'),
        anything,
      ),
      action: fc.oneof(fc.constantFrom('add', 'remove'), anything),
      text: fc.oneof(fc.string(), anything),
      value,
      attachments,
      channelData: anything,
      replyToId: anything,
      locale: anything,
      serviceUrl: fc.oneof(
        { weight: 5, arbitrary: fc.constant(base.serviceUrl) },
        { weight: 1, arbitrary: anything },
      ),
    },
    { requiredKeys: ['type', 'name', 'value'] },
  )
  const met = new Set<string>()
  fc.assert(
    fc.property(parts, (changed) => {
      met.add(readActivity({ ...base, ...changed }).kind)
    }),
    { numRuns: 4000 },
  )
  expect([...met].sort()).toEqual([
    'asked-for-more',
    'feedback',
    'file-answered',
    'ignored',
    'installed',
    'no-activity',
    'pressed',
    'removed',
    'said',
  ])
})

test('a message that would take long to read is cut and read at once', () => {
  for (const text of [
    '<at>'.repeat(60_000),
    '<at'.repeat(80_000),
    `hjelp${' '.repeat(200_000)}x`,
    '!?.'.repeat(60_000),
  ]) {
    const read = readActivity({ ...base, type: 'message', text })
    expect(read.kind === 'said' && read.text.length <= 4_000).toBe(true)
  }
})

test('a person can be written to in their own chat, never in a channel', () => {
  const said = (conversation: object) => readActivity({ ...base, type: 'message', text: 'hei', conversation })
  expect(said({ id: 'a:1', conversationType: 'personal' })).toMatchObject({
    from: { reachable: { conversation: { id: 'a:1' }, serviceUrl: base.serviceUrl } },
  })
  expect(said({ id: '19:x@thread.tacv2', conversationType: 'channel' })).toMatchObject({
    from: { reachable: undefined },
  })
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

test('being mentioned is not part of what was said', () => {
  const text = '<at id="0">Innkjøpsassistenten</at>&nbsp;hvem leverer stoler?'
  expect(readActivity({ ...base, type: 'message', text })).toMatchObject({
    kind: 'said',
    text: 'hvem leverer stoler?',
  })
})

test('what a message quotes or stands under is known, in every way that clients tell it', () => {
  const aboutOf = (more: object) => {
    const read = readActivity({ ...base, type: 'message', text: 'hei', ...more })
    return read.kind === 'said' ? read.about : undefined
  }
  const html = (content: unknown) => ({ attachments: [{ contentType: 'text/html', content }] })
  expect(
    aboutOf({
      entities: [null, { type: 'mention' }, { type: 'quotedReply', quotedReply: { messageId: '17' } }],
    }),
  ).toBe('17')
  expect(aboutOf(html('<blockquote itemscope itemid="18">Hei</blockquote>'))).toBe('18')
  expect(
    aboutOf({ conversation: { id: '19:x@thread.tacv2;messageid=19', conversationType: 'channel' } }),
  ).toBe('19')
  for (const none of [
    {},
    { entities: 'x' },
    html('<p itemid="20">'),
    html({}),
    { entities: [{ type: 'quotedReply' }] },
  ])
    expect(aboutOf(none)).toBe('')
  expect(readActivity({ ...base, type: 'message', text: '<quoted messageId="1"/> hva nå?' })).toMatchObject({
    text: 'hva nå?',
  })
})

test('a message without text is said, and empty', () => {
  expect(readActivity({ ...base, type: 'message', value: null })).toMatchObject({ kind: 'said', text: '' })
})

test('an upgrade of the app is not greeted, and a removal is told', () => {
  const kindOf = (action: string) => readActivity({ ...base, type: 'installationUpdate', action }).kind
  expect(['add-upgrade', 'remove-upgrade'].map(kindOf)).toEqual(['ignored', 'ignored'])
  expect(kindOf('remove')).toBe('removed')
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

test('a file in a message is its name and its address; what is too long is cut or none', () => {
  const filesOf = (attachments: unknown) => {
    const read = readActivity({ ...base, type: 'message', text: '', attachments })
    return read.kind === 'said' ? read.files : undefined
  }
  const file = (name: unknown, downloadUrl: unknown) => ({
    contentType: downloadInfo,
    name,
    content: { downloadUrl, uniqueId: '1', fileType: 'pdf' },
  })
  const url =
    'https://kommune-my.sharepoint.com/personal/kari/_layouts/15/download.aspx?UniqueId=1&tempauth=x'
  expect(filesOf([file('tilbud.pdf', url)])).toEqual([{ name: 'tilbud.pdf', url }])
  expect(filesOf([file(7, `${url}${'x'.repeat(9000)}`)])).toEqual([{ name: '', url: undefined }])
  expect(filesOf([file('x'.repeat(999), url)])?.[0]?.name).toHaveLength(255)
  expect(filesOf(Array.from({ length: 5000 }, () => file('a', url)))).toHaveLength(10)
  expect(filesOf([{ contentType: 'image/png', name: 'skjerm.png', contentUrl: url }])).toEqual([
    { name: 'skjerm.png', url: undefined },
  ])
  for (const none of [undefined, null, 7, 'x', {}, [], [null, 7, {}, { contentType: 'text/html' }]])
    expect(filesOf(none)).toEqual([])
})

test('yes and no to a file are read, with where it is to be put', () => {
  const answer = (value: object) =>
    readActivity({ ...base, type: 'invoke', name: 'fileConsent/invoke', value })
  expect(
    answer({
      type: 'fileUpload',
      action: 'accept',
      context: { draft: 7 },
      uploadInfo: { uploadUrl: 'u', name: 'n' },
    }),
  ).toMatchObject({
    kind: 'file-answered',
    context: { draft: 7 },
    upload: { uploadUrl: 'u', name: 'n', contentUrl: '', uniqueId: '', fileType: '' },
  })
  expect(answer({ action: 'accept' })).toMatchObject({ kind: 'file-answered', upload: { uploadUrl: '' } })
  const no = answer({ action: 'decline', context: 'x', uploadInfo: { uploadUrl: 'u' } })
  expect(no).toMatchObject({ kind: 'file-answered', context: 'x', upload: undefined })
})

test('a read receipt says up to which message somebody has read; other events need no answer', () => {
  const event = (name: string, value: unknown) => readActivity({ ...base, type: 'event', name, value })
  const receipt = 'application/vnd.microsoft.readReceipt'
  expect(event(receipt, { lastReadMessageId: '1795697257645' })).toMatchObject({
    kind: 'read',
    upTo: '1795697257645',
  })
  for (const [name, value] of [
    [receipt, {}],
    [receipt, undefined],
    ['application/vnd.microsoft.meetingStart', { lastReadMessageId: '1' }],
  ] as const)
    expect(event(name, value).kind).toBe('ignored')
})
