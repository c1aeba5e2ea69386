import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { activityFrom } from '../support/chat.ts'
import { testConfig } from '../support/config.ts'
import { openConnector } from '../support/connector.ts'

test('the log holds no words of people, no names and no secrets, also when things go wrong', async () => {
  const connector = await openConnector()
  const { folder, remove } = testConfig()
  const program = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      PLAYGROUND: 'off',
      DATA_FOLDER: folder,
      LOG_LEVEL: 'debug',
      MICROSOFT_APP_PASSWORD: 'hemmelig-passord',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  program.stderr.on('data', (part) => log.push(String(part)))
  const lines = createInterface({ input: program.stdout })
  lines.on('line', (line) => log.push(line))
  const port = await new Promise<string>((resolve) =>
    lines.on('line', (line) => {
      const [, found] = /127\.0\.0\.1:(\d+)/.exec(line) ?? []
      if (found) resolve(found)
    }),
  )
  const post = (body: object, headers: object = {}) =>
    fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer hemmelig.token.her', ...headers },
      body: JSON.stringify(body),
    })
  const message = (text: string) => ({
    ...activityFrom(connector.url, { id: 'fortrolig-navn' }),
    type: 'message',
    text,
  })
  await post(message('zeppelinhangar til svigermor'))
  await post({ ...message('zeppelinhangar'), channelId: 'webchat' })
  await post({ ...message('zeppelinhangar'), serviceUrl: 'https://evil.example' })
  connector.failWith(500)
  await post(message('zeppelinhangar til svigermor'))
  await post({
    ...message(''),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'answers.try', data: { question: 'zeppelinhangar til svigermor' } } },
  })
  program.kill('SIGTERM')
  await once(program, 'exit')
  await connector.close()
  remove()

  const written = log.join('\n')
  expect(written, 'something went wrong and was logged').toContain('a turn failed')
  for (const secret of ['zeppelin', 'svigermor', 'fortrolig-navn', 'hemmelig', 'Bearer'])
    expect(written.toLowerCase(), secret).not.toContain(secret.toLowerCase())
})
