import { Agent, request } from 'node:http'
import { emptyContent } from '../../src/announcements/announcement.ts'
import { messageOf } from '../../src/announcements/message.ts'
import { toActivity } from '../../src/teams/outgoing.ts'
import { text } from './office.ts'

/** How many posts of the same bytes a loop makes in a second that keeps account of nothing, as many at once as the bot. */
export async function bareLoop(url: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const message = messageOf(
    {
      id: 'K-1',
      content: { ...emptyContent, texts: { nb: text } },
      version: 1,
      changedAt: 0,
      begunAt: 0,
    },
    { language: 'nb' },
    { imageUrl: () => '' },
  )
  const body = Buffer.from(JSON.stringify(toActivity(message)))
  const post = (to: number) =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': body.length }
      const path = `/v3/conversations/${encodeURIComponent(`bare:${to}`)}/activities`
      const sent = request(url + path, { method: 'POST', agent, headers }, (answer) =>
        answer.resume().on('end', resolve),
      )
      sent.on('error', reject)
      sent.end(body)
    })
  let next = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      while (next < count) await post(next++)
    }),
  )
  agent.destroy()
  return count / ((performance.now() - begun) / 1000)
}
