/**
 * `npm run knowledge`: checks every knowledge file and tells what is wrong where, and which sentences contradict the dated
 * rules today. Exit 1 when something is. Who is who (`people.yaml`) and which channel gets what (`channels.yaml`) are checked
 * with it.
 */
import { resolve } from 'node:path'
import { readChannels } from './cases/cases.ts'
import { environmentHere, readSharedConfig } from './config.ts'
import { dayAt } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import { checkKnowledge, writeFault } from './knowledge/knowledge.ts'
import { readPeople } from './people/people.ts'

const [, , given] = process.argv
const config = readSharedConfig(environmentHere())
const folder = given ?? config.knowledgeFolder
const peopleFile = given === undefined ? config.peopleFile : `${given}/people.yaml`
const { count, groups, faults, contradictions, warnings } = await checkKnowledge(
  resolve(folder),
  dayAt(Date.now()),
)
for (const warning of warnings) console.warn(`${folder}/${writeFault(warning)} (råd)`)
for (const sentence of contradictions) console.error(`${folder}/${writeFault(sentence)} (motsier regelen)`)
for (const fault of faults) console.error(`${folder}/${writeFault(fault)}`)
const people = await tried(readPeople(peopleFile))
// what is left out of a file with faults is not unknown
const topics = faults.length === 0 ? groups : undefined
const units = people.read?.units.map(({ id }) => id)
const channels = await tried(readChannels(`${folder}/channels.yaml`, { topics, units }))
for (const fault of [...people.faults, ...channels.faults]) console.error(fault)
const wrong = faults.length + contradictions.length + people.faults.length + channels.faults.length
console.log(
  wrong === 0
    ? `Alt er i orden: ${count} avtaler, rutiner, maler, veiledere og regler.${warnings.length > 0 ? ` ${warnings.length} råd.` : ''}`
    : `${wrong} feil. Rett dem og kjør npm run knowledge igjen.`,
)
process.exitCode = wrong === 0 ? 0 : 1

/** What stands in a file, or what is wrong with it. */
async function tried<Read>(reading: Promise<Read>): Promise<{ read?: Read; faults: string[] }> {
  try {
    return { read: await reading, faults: [] }
  } catch (error) {
    if (error instanceof Fault) return { faults: error.message.split('\n') }
    throw error
  }
}
