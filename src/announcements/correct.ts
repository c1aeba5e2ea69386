/** What is out is corrected: by whoever wrote it, or where it went to many by another. */
import { onPress, type Presses } from '../kit/action.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personPlace } from '../kit/place.ts'
import type { Person } from '../people/people.ts'
import { askCorrection, sendCorrection } from './actions.ts'
import { type Announcement, faultsIn } from './announcement.ts'
import { change } from './change.ts'
import { wordsIn } from './compose.ts'
import { awaiting, progressing, renewing } from './letters.ts'
import type { Needs } from './needs.ts'
import { correctionNeedsSecond } from './preview.ts'
import { workable } from './read.ts'
import { speak } from './sentences.ts'

export const correcting = (needs: Needs): Presses<Person> => ({
  ...onPress(sendCorrection, (sent, who: Person) => correct(sent, who, needs)),
  ...onPress(askCorrection, (asked, who: Person) => askAboutCorrection(asked, who, needs)),
})

/** A correction as it was seen, where it can be sent; otherwise why not. */
async function correctable(
  { id, revision }: { id: string; revision: number },
  who: Person,
  needs: Needs,
): Promise<{ found: Announcement } | { refused: string }> {
  const say = speak(who.language)
  const read = await workable(id, 'correct', who, needs)
  if ('refused' in read) return read
  if (read.found.revision !== revision) return { refused: say('refused.changed') }
  const [fault] = faultsIn(read.found.content)
  return fault ? { refused: say(`fault.${fault}`) } : read
}

/** The others who may send a correction that whoever wrote it may not send alone. */
async function askAboutCorrection(
  sent: { id: string; revision: number },
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const read = await correctable(sent, who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  const others = needs.people
    .officers(found.tenant, dayAt(needs.now()))
    .filter(({ id, away }) => !away && id !== found.content.editedBy && id !== who.id)
  if (others.length === 0) return { text: say('noSecond') }
  await needs.outbox.post(others.map(({ id }) => awaiting(personPlace(id), found, needs.now())))
  return { text: say('correctionAsked', { names: others.map(({ name }) => name).join(', ') }) }
}

/** Whoever has it gets the new one in its place; whoever is still to get it, gets the new one. */
async function correct(sent: { id: string; revision: number }, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const read = await correctable(sent, who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  const { id } = found
  if (await correctionNeedsSecond(found, who, needs)) return { text: say('refused.own') }
  const at = needs.now()
  const failed = await change(
    found,
    {
      version: found.version + 1,
      state: found.state === 'paused' ? 'paused' : 'sending',
      endedAt: null,
      expiresOn: found.content.expiresOn,
      words: wordsIn(found.content),
    },
    { publishedBy: who.id, letters: [renewing(found, at), progressing(found, at)] },
    who,
    needs,
  )
  if (failed) return failed
  await needs.noteAct({
    actor: who.id,
    act: 'announcement-corrected',
    object: id,
    after: { version: found.version + 1 },
  })
  return { text: say('begun', { id }) }
}
