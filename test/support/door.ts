import { rolesWith } from '../../src/people/roles.ts'
import { type Needs, openDoor } from '../../src/teams/teams.ts'
import { type Talk, talkTo } from './chat.ts'
import { noon } from './config.ts'
import { type Connector, openConnector } from './connector.ts'

type Door = Awaited<ReturnType<typeof openDoor>>
export type OpenDoor = Talk & Door & { connector: Connector }

/** The real Teams door alone, on loopback: what the rooms behind it do is what a test hands it. */
export async function openDoorWith(
  needs: Partial<Needs>,
  identity: Partial<Parameters<typeof openDoor>[0]> = {},
): Promise<OpenDoor> {
  const connector = await openConnector()
  const doorway = { host: '127.0.0.1', port: 0, credentials: undefined, tenants: [], ...identity }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const door = await openDoor(doorway, { ...emptyRooms(), ...needs }, log)
  return {
    ...talkTo(door.port, connector),
    connector,
    ...door,
    async close() {
      await door.close()
      await connector.close()
    },
  }
}

/** Rooms that keep nothing but which activities came, and repeat what they hear. */
function emptyRooms(): Needs {
  const seen = new Set<string>()
  return {
    now: () => noon,
    async firstTime(conversation, activity) {
      const id = `${conversation} ${activity}`
      return !seen.has(id) && Boolean(seen.add(id))
    },
    failed: async (conversation, activity) => void seen.delete(`${conversation} ${activity}`),
    countOf: async () => 0,
    mostInAMinute: 1000,
    guest: async () => undefined,
    isGuest: async () => undefined,
    unreachable: async () => undefined,
    remember: async () => undefined,
    rememberChannel: async () => undefined,
    speaks: async () => undefined,
    rolesOf: () => rolesWith([]),
    said: async (text) => ({ text: `Du skrev: ${text}` }),
    greet: () => ({ text: 'Hei!' }),
    presses: {},
    commands: [],
    answeredWith: async () => undefined,
    feedback: async () => undefined,
    templateFile: () => undefined,
    received: async () => ({ text: '' }),
    readUpTo: async () => undefined,
    pictureAt: async () => undefined,
    documentOf: async () => undefined,
    documentAt: async () => undefined,
  }
}
