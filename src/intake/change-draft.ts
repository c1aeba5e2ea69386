import type { Replies } from '../kit/dialog.ts'
import type { Draft, Needs } from './needs.ts'

export const repliesOf = ({ replies, reopened }: Draft): Replies => ({ said: replies, reopened })

/** How often a change is tried when somebody else was quicker, such as the same person on another device. */
const mostTries = 5

/**
 * Changes a draft as it is now and keeps it; tried again when it was changed meanwhile. Undefined where there is no such
 * draft of theirs, it was submitted, or `change` gives none.
 */
export async function changeDraft(
  id: string,
  person: string,
  needs: Needs,
  change: (draft: Draft) => Draft | undefined,
): Promise<Draft | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const draft = await needs.drafts.of(id, person)
    const changed = draft && draft.state !== 'submitted' ? change(draft) : undefined
    if (!changed) return undefined
    if (await needs.drafts.keep(changed, needs.now())) return { ...changed, version: changed.version + 1 }
  }
  return undefined
}
