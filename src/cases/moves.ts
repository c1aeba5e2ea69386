/**
 * The life of a case, as data: which states there are, what may be done in each, by whom, and who is told. Nothing of it is
 * written anywhere else; `move.ts` reads it.
 */
export const caseKinds = ['purchase', 'question'] as const
export type CaseKind = (typeof caseKinds)[number]

/** Of a purchase, of a question, and of both. */
export const caseStates = [
  ...([
    'submitted',
    'in-review',
    'needs-information',
    'returned',
    'approved',
    'declined',
    'with-kgv',
  ] as const),
  ...(['asked', 'taken', 'answered'] as const),
  ...(['closed', 'withdrawn'] as const),
] as const
export type CaseState = (typeof caseStates)[number]

/**
 * What somebody is to a case: who asked, the officer who has it, any officer of the section, and who must approve it by the
 * authority data.
 */
export const parties = ['requester', 'owner', 'officer', 'approver'] as const
export type Party = (typeof parties)[number]

export type Move = {
  /** From which states, and to which. */
  through: Readonly<Partial<Record<CaseState, CaseState>>>
  by: readonly Party[]
  /** Who is told that it happened; never the one who did it. */
  tells: readonly Party[]
  /** What has to be said with it: words, who gets it, or a reference. */
  says?: 'words' | 'officer' | 'reference'
  /** Only while the approver has not decided, once they have approved, or when there is nothing to wait for. */
  approval?: 'awaited' | 'given' | 'settled'
  /** What becomes of the approval; `anew` where what was approved is not what it was. */
  decides?: 'given' | 'refused' | 'anew'
  /** Who does it has the case from then on, or nobody has. */
  owner?: 'takes' | 'leaves'
}

const stays = <const States extends readonly CaseState[]>(...states: States) =>
  Object.fromEntries(states.map((state) => [state, state])) as Partial<Record<CaseState, CaseState>> // each to itself
const all = (to: CaseState, ...from: readonly CaseState[]) =>
  Object.fromEntries(from.map((state) => [state, to])) as Partial<Record<CaseState, CaseState>> // each to that one

/** States of a purchase that nothing has been decided of yet. */
export const beforeDecision: readonly CaseState[] = [
  'submitted',
  'in-review',
  'needs-information',
  'returned',
]

export const moves: Readonly<Record<CaseKind, Readonly<Record<string, Move>>>> = {
  purchase: {
    take: { through: { submitted: 'in-review' }, by: ['officer'], tells: ['requester'], owner: 'takes' },
    assign: {
      through: {
        submitted: 'in-review',
        ...stays('in-review', 'needs-information', 'returned', 'approved', 'with-kgv'),
      },
      by: ['officer'],
      tells: ['owner', 'requester'],
      says: 'officer',
    },
    'give-back': { through: { 'in-review': 'submitted' }, by: ['owner'], tells: [], owner: 'leaves' },
    ask: {
      through: { 'in-review': 'needs-information' },
      by: ['owner'],
      tells: ['requester'],
      says: 'words',
    },
    reply: {
      through: { 'needs-information': 'in-review' },
      by: ['requester'],
      tells: ['owner'],
      says: 'words',
    },
    return: { through: { 'in-review': 'returned' }, by: ['owner'], tells: ['requester'], says: 'words' },
    resubmit: {
      through: { returned: 'in-review', ...stays('submitted') },
      by: ['requester'],
      tells: ['owner', 'approver'],
      decides: 'anew',
    },
    endorse: {
      through: stays(...beforeDecision),
      by: ['approver'],
      tells: ['requester', 'owner'],
      approval: 'awaited',
      decides: 'given',
    },
    refuse: {
      through: all('declined', ...beforeDecision),
      by: ['approver'],
      tells: ['requester', 'owner'],
      says: 'words',
      approval: 'awaited',
      decides: 'refused',
    },
    retract: {
      through: stays(...beforeDecision),
      by: ['approver'],
      tells: ['requester', 'owner'],
      approval: 'given',
      decides: 'anew',
    },
    approve: {
      through: { 'in-review': 'approved' },
      by: ['owner'],
      tells: ['requester'],
      approval: 'settled',
    },
    decline: {
      through: { 'in-review': 'declined' },
      by: ['owner'],
      tells: ['requester', 'approver'],
      says: 'words',
    },
    'hand-over': {
      through: { approved: 'with-kgv' },
      by: ['owner'],
      tells: ['requester'],
      says: 'reference',
    },
    close: {
      through: all('closed', 'approved', 'with-kgv', 'declined'),
      by: ['owner'],
      tells: ['requester'],
    },
    withdraw: {
      through: all('withdrawn', ...beforeDecision),
      by: ['requester'],
      tells: ['owner', 'approver'],
    },
    reopen: {
      through: all('in-review', 'declined', 'closed', 'withdrawn'),
      by: ['officer'],
      tells: ['requester', 'approver'],
      owner: 'takes',
      decides: 'anew',
    },
  },
  question: {
    take: { through: { asked: 'taken' }, by: ['officer'], tells: ['requester'], owner: 'takes' },
    assign: {
      through: { asked: 'taken', ...stays('taken') },
      by: ['officer'],
      tells: ['owner'],
      says: 'officer',
    },
    'give-back': { through: { taken: 'asked' }, by: ['owner'], tells: [], owner: 'leaves' },
    answer: {
      through: all('answered', 'taken', 'answered'),
      by: ['owner'],
      tells: ['requester'],
      says: 'words',
    },
    close: { through: { answered: 'closed' }, by: ['owner', 'requester'], tells: ['owner', 'requester'] },
    withdraw: { through: all('withdrawn', 'asked', 'taken'), by: ['requester'], tells: ['owner'] },
    reopen: {
      through: all('taken', 'answered', 'closed'),
      by: ['requester', 'officer'],
      tells: ['owner', 'requester'],
      says: 'words',
    },
  },
}

/** States in which nobody has anything to do any more. */
export const endStates: readonly CaseState[] = ['closed', 'withdrawn', 'declined']
