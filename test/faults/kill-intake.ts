/**
 * `npm run faults`: kills the bot (50 times) at random moments while purchases are filled in, corrected and sent, and counts
 * what was acknowledged and is lost, and what was submitted twice. Arguments as `on-each-database.ts` reads them.
 */
import { killWhileBuying } from './kills.ts'
import { onEachDatabase } from './on-each-database.ts'

await onEachDatabase(50, async (database, given) => {
  const { answers, submissions, lost, twice } = await killWhileBuying(database, given)
  return {
    counted: `${given.kills} kills, ${answers} answers and ${submissions} submissions acknowledged; lost ${lost.length}, submitted twice ${twice.length}`,
    faults: [...lost, ...twice],
  }
})
