import { expect, test } from 'vitest'
import { isFileStore, isTeamsService } from '../../src/teams/hosts.ts'

test.each([
  [
    'the OneDrive of a person',
    'https://kommune-my.sharepoint.com/personal/kari/_api/v2.0/drive/items/1/uploadSession',
  ],
  ['a site', 'https://kommune.sharepoint.com/sites/x'],
  ['one in capitals, with the usual port', 'https://Kommune-My.SharePoint.com:443/personal/x'],
])('%s is where files lie', (_, url) => {
  expect(isFileStore(url, false)).toBe(true)
  expect(isFileStore(url, true)).toBe(false)
})

test.each([
  ['nothing', ''],
  ['no address', 'filen'],
  ['another host', 'https://evil.example/x'],
  ['one that only ends alike', 'https://evilsharepoint.com/x'],
  ['one that only begins alike', 'https://kommune-my.sharepoint.com.evil.example/x'],
  ['one by name in its user part', 'https://kommune-my.sharepoint.com@evil.example/x'],
  ['one behind a backslash', 'https://evil.example\\@kommune-my.sharepoint.com/x'],
  ['one with a user', 'https://kari@kommune-my.sharepoint.com/x'],
  ['one with a password', 'https://:x@kommune-my.sharepoint.com/x'],
  ['the bare domain', 'https://sharepoint.com/x'],
  ['a name of two parts', 'https://a.b.sharepoint.com/x'],
  ['an empty name', 'https://.sharepoint.com/x'],
  ['another port', 'https://kommune-my.sharepoint.com:8443/x'],
  ['no encryption', 'http://kommune-my.sharepoint.com/x'],
  ['a host for previews', 'https://northeurope1-mediap.svc.ms/x'],
  ['the service of Teams', 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original'],
  ['this machine', 'http://127.0.0.1:9/x'],
  ['the address of the cloud itself', 'http://169.254.169.254/metadata/identity/oauth2/token'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,x'],
])('%s is not where files lie', (_, url) => {
  expect(isFileStore(url, false)).toBe(false)
})

test.each([
  ['http://127.0.0.1:5/x', true],
  ['http://localhost:5/x', true],
  ['https://127.0.0.1:5/x', false],
  ['http://127.0.0.1.evil.example/x', false],
  ['http://127.0.0.2/x', false],
  ['http://[::1]:5/x', false],
  ['http://169.254.169.254/x', false],
])('with services on this machine, %s: %s', (url, is) => {
  expect(isFileStore(url, true)).toBe(is)
  expect(isTeamsService(url, true)).toBe(is)
})
