import { randomFrom } from '../../test/fuzz/hostile.ts'
import { createBooks } from './account.ts'
import { type Asked, readAddress } from './address.ts'
import { readMarked, readMember } from './body.ts'
import type { FaultKind, Settings } from './settings.ts'
import { createConversationWindows, createTenantWindow } from './windows.ts'

type Refusal = { status: number; code: string; retryAfter?: string }
type Done = { status: number; content?: object; unheard?: () => void }
/** `broken`: the connection breaks in the place of an answer. */
type Became = Refusal | Done | { broken: true; unheard?: () => void }

export type Reply = { status: number; content?: object; retryAfter?: string }
/** What becomes of a request, to be told after so long. */
export type Outcome = {
  afterMs: number
  reply: Reply | 'broken'
  /** To be called where nobody is there to hear the answer. */
  unheard: (() => void) | undefined
}

const throttled = { status: 429, code: 'Throttled' }
const throttledWithWait = { ...throttled, retryAfter: '1' }
const failures: Record<Exclude<FaultKind, 'reset' | 'slow'>, Refusal> = {
  'throttled-with-wait': throttledWithWait,
  throttled,
  precondition: { status: 412, code: 'PreconditionFailed' },
  'bad-gateway': { status: 502, code: 'BadGateway' },
  unavailable: { status: 503, code: 'ServiceUnavailable' },
  'gateway-timeout': { status: 504, code: 'GatewayTimeout' },
}
/** By what the id of their conversation contains. */
const unreachable: readonly (readonly [part: string, refusal: Refusal])[] = [
  ['blocked', { status: 403, code: 'ConversationBlockedByUser' }],
  ['disabled', { status: 403, code: 'BotDisabledByAdmin' }],
  ['roster', { status: 403, code: 'BotNotInConversationRoster' }],
  ['forbidden', { status: 403, code: 'ForbiddenOperationException' }],
  ['gone', { status: 404, code: 'ConversationNotFound' }],
]
const notInstalled = { status: 403, code: 'ForbiddenOperationException' }
const activityNotThere = { status: 404, code: 'ActivityNotFoundInConversation' }
const badSyntax = { status: 400, code: 'BadSyntax' }
const notKnown = { status: 404, code: 'NotKnownToThisConnector' }

type Needs = { settings: Settings; now(): number; nextId(): string }

/** Teams as a bot sees it from outside, without the network: a request in, what becomes of it out. */
export function createTeams({ settings, now, nextId }: Needs) {
  const random = randomFrom(settings.seed)
  const happens = (share: number): boolean => random.below(2 ** 32) < share * 2 ** 32
  const books = createBooks()
  const limits = createLimits(settings)
  const follow = createFollow({ books, nextId, isLost: () => happens(settings.lostAnswers) })
  const becomes = (asked: Asked, body: string, fault: FaultKind | undefined): Became => {
    if (fault) books.fault(fault)
    if (fault === 'reset') return { broken: true }
    return fault && fault !== 'slow' ? failures[fault] : follow(asked, body)
  }
  return {
    ask(method: string, url: string, body: string): Outcome {
      const asked = readAddress(method, url)
      const limit = limits.refusal(asked, now())
      const fault = !limit && happens(settings.faults) ? random.pick(settings.kinds) : undefined
      const became = limit ?? becomes(asked, body, fault)
      if ('code' in became) books.refuse(`${became.status} ${became.code}`)
      const unheard = 'unheard' in became ? became.unheard : undefined
      return {
        afterMs: fault === 'slow' ? settings.slowMs : settings.latencyMs,
        reply: replyOf(became),
        unheard,
      }
    },
    account: () => books.account(limits.reached()),
  }
}

function replyOf(became: Became): Outcome['reply'] {
  if ('broken' in became) return 'broken'
  if (!('code' in became)) return became
  const { status, code, retryAfter } = became
  const content = { error: { code, message: `${code}, as Teams says it` } }
  return { status, content, ...(retryAfter && { retryAfter }) }
}

function createLimits({ perSecond, perConversation }: Settings) {
  const tenant = createTenantWindow(perSecond)
  const conversations = createConversationWindows()
  let overLimit = 0
  let waits = false
  return {
    /** Undefined lets it in. */
    refusal(asked: Asked, at: number): Refusal | undefined {
      if (!tenant.takes(at)) {
        overLimit++
        return throttledWithWait
      }
      if (asked.kind !== 'post' || !perConversation) return undefined
      if (conversations.takes(asked.conversation, at)) return undefined
      // Teams says how long to wait only sometimes.
      waits = !waits
      return waits ? throttledWithWait : throttled
    },
    reached: () => ({ mostInASecond: tenant.mostInASecond(), overLimit }),
  }
}

type FollowNeeds = { books: ReturnType<typeof createBooks>; nextId(): string; isLost(): boolean }

/** Does what is asked for, where nothing stands in its way but who it is for. */
function createFollow({ books, nextId, isLost }: FollowNeeds): (asked: Asked, body: string) => Became {
  const create = (body: string): Became => {
    const member = readMember(body)
    if (member === undefined) return badSyntax
    if (member.includes('uninstalled')) return notInstalled
    books.create(member)
    return { status: 201, content: { id: `a:${member}` } }
  }
  const post = (conversation: string, body: string): Became => {
    const marked = readMarked(body)
    if (!marked) return badSyntax
    const id = nextId()
    const unheard = books.post(conversation, id, marked.marker)
    return isLost() ? { broken: true, unheard } : { status: 201, content: { id }, unheard }
  }
  return (asked, body) => {
    if (asked.kind === 'not-known') return notKnown
    if (asked.kind === 'create') return create(body)
    const { conversation } = asked
    const refusal = unreachable.find(([part]) => conversation.includes(part))?.[1]
    if (refusal) return refusal
    if (asked.kind === 'post') return post(conversation, body)
    if (asked.kind === 'member') {
      const { member } = asked
      return { status: 200, content: { id: member, name: member, userRole: 'user' } }
    }
    const { kind, activity } = asked
    if (!books.stands(conversation, activity)) return activityNotThere
    books[kind](activity)
    return kind === 'update' ? { status: 200, content: { id: activity } } : { status: 200 }
  }
}
