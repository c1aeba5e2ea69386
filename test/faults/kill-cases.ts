/**
 * `npm run bench:faults`: kills the bot (100 times) at random moments of a day of 200 purchases and questions, and counts what
 * was acknowledged and is lost, who was not told or told twice, and what was decided twice. Arguments as `on-each-database.ts`
 * reads them.
 */
import { cpus } from 'node:os'
import { killDuringDay } from './kill-day.ts'
import { onEachDatabase } from './on-each-database.ts'

const cases = 200
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`
const today = new Date().toISOString().slice(0, 10)

await onEachDatabase(100, async (database, given) => {
  const { kills, acknowledged, told, twice, inFlight, waitedMs, faults, ...day } = await killDuringDay(
    database,
    { ...given, cases },
  )
  return {
    counted: [
      `${kills} kills in a day of ${day.cases} cases; ${acknowledged} presses acknowledged, lost ${faults.lost.length}, not as declared ${faults.astray.length}, decided twice ${faults.doubles.length}`,
      `${told} told, untold ${faults.untold.length}, told twice ${twice} of ${inFlight} that were being sent at a kill`,
      `unsent ${faults.unsent.length} after ${(waitedMs / 1000).toFixed(1)} s (Node ${process.versions.node}, ${machine}, ${today})`,
    ].join('; '),
    faults: Object.entries(faults).flatMap(([what, those]) => those.map((one) => `${what}: ${one}`)),
  }
})
