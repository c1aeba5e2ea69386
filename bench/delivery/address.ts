/** What a request asks for, as its method and address say. A thread of a channel is the channel. */
export type Asked =
  | { kind: 'create' }
  | { kind: 'post'; conversation: string }
  | { kind: 'update' | 'delete'; conversation: string; activity: string }
  | { kind: 'member'; conversation: string; member: string }
  | { kind: 'not-known' }

const address = /^\/v3\/conversations(?:\/([^/?]+)\/(activities|members)(?:\/([^/?]+))?)?\/?(?:\?|$)/
const notKnown = { kind: 'not-known' } as const

export function readAddress(method: string, url: string): Asked {
  const [found, conversationPart, what, part = ''] = address.exec(url) ?? []
  if (found === undefined) return notKnown
  if (conversationPart === undefined) return method === 'POST' ? { kind: 'create' } : notKnown
  const conversation = decoded(conversationPart)?.split(';', 1)[0]
  const last = decoded(part)
  if (conversation === undefined || last === undefined) return notKnown
  // What a post answers does not matter: it is the same conversation.
  if (what === 'activities' && method === 'POST') return { kind: 'post', conversation }
  if (last === '') return notKnown
  if (what === 'members') return method === 'GET' ? { kind: 'member', conversation, member: last } : notKnown
  if (method === 'PUT') return { kind: 'update', conversation, activity: last }
  return method === 'DELETE' ? { kind: 'delete', conversation, activity: last } : notKnown
}

/** Undefined where it is not encoded as addresses are. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
