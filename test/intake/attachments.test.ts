import { expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'

test.each(['x.constructor', 'x.toString', 'x.__proto__', 'x.exe', 'uten endelse'])(
  'a file called %s is refused kindly, and not fetched',
  async (name) => {
    const chat: Chat = await openChat()
    try {
      await chat.say('nytt kjøp')
      const attachment = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name,
        content: { downloadUrl: 'http://127.0.0.1:1/file', uniqueId: '1', fileType: 'x' },
      }
      const { sent } = await chat.send({ type: 'message', text: '', attachments: [attachment] })
      expect(sent[0]?.text).toContain('er ikke en filtype jeg tar imot')
    } finally {
      await chat.close()
    }
  },
)
