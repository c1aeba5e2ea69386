import { expect, test } from 'vitest'
import { turnedAway } from '../../src/teams/guard.ts'

const tenant = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const production = { tenants: [tenant], servicesHere: false }
const embedded = { tenants: undefined, servicesHere: true }
const activity = (changed: object = {}) => ({
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1', tenantId: tenant },
  ...changed,
})

test('an activity of the tenant, from Teams, may come in', () => {
  expect(turnedAway(activity(), production)).toBeUndefined()
  const inChannelData = activity({ conversation: { id: 'a:1' }, channelData: { tenant: { id: tenant } } })
  expect(turnedAway(inChannelData, production)).toBeUndefined()
})

test.each([
  ['another tenant', { conversation: { id: 'a:1', tenantId: 'other' } }],
  [
    'a tenant that Teams says in one place and another in the other',
    { channelData: { tenant: { id: 'other' } } },
  ],
  ['no tenant', { conversation: { id: 'a:1' } }],
  ['another channel', { channelId: 'AseChannel' }],
  ['a service that only looks like Teams', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
  ['a service by name in its user part', { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }],
  ['a service with a user in it', { serviceUrl: 'https://x@smba.trafficmanager.net/emea/' }],
  ['a host that only ends like one of them', { serviceUrl: 'https://evilbotframework.com/' }],
  ['a host with an empty part', { serviceUrl: 'https://.botframework.com/' }],
  ['a service without encryption', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }],
  ['a service on this machine', { serviceUrl: 'http://127.0.0.1:9' }],
  ['nothing at all', { serviceUrl: '' }],
])('%s is turned away in production', (_, changed) => {
  expect(turnedAway(activity(changed), production)).toEqual(expect.any(String))
})

test('without a tenant only a service on this machine is answered', () => {
  expect(turnedAway(activity({ serviceUrl: 'http://localhost:56150/_connector' }), embedded)).toBeUndefined()
  expect(turnedAway(activity(), embedded)).toContain('this machine')
})
