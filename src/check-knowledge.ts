/**
 * `npm run knowledge`: checks every knowledge file and tells what is wrong where, and which sentences contradict the dated
 * rules today. Exit 1 when something is. Who is who (`people.yaml`) is checked with it.
 */
import { resolve } from 'node:path'
import { environmentHere, readSharedConfig } from './config.ts'
import { dayAt } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import { checkKnowledge, writeFault } from './knowledge/knowledge.ts'
import { readPeople } from './people/people.ts'

const [, , given] = process.argv
const config = readSharedConfig(environmentHere())
const folder = given ?? config.knowledgeFolder
const peopleFile = given === undefined ? config.peopleFile : `${given}/people.yaml`
const { count, faults, contradictions, warnings } = await checkKnowledge(resolve(folder), dayAt(Date.now()))
for (const warning of warnings) console.warn(`${folder}/${writeFault(warning)} (råd)`)
for (const sentence of contradictions) console.error(`${folder}/${writeFault(sentence)} (motsier regelen)`)
for (const fault of faults) console.error(`${folder}/${writeFault(fault)}`)
const peopleFaults = await readPeople(peopleFile).then(
  () => [],
  (error: unknown) => {
    if (error instanceof Fault) return error.message.split('\n')
    throw error
  },
)
for (const fault of peopleFaults) console.error(fault)
const wrong = faults.length + contradictions.length + peopleFaults.length
console.log(
  wrong === 0
    ? `Alt er i orden: ${count} avtaler, rutiner, maler, veiledere og regler.${warnings.length > 0 ? ` ${warnings.length} råd.` : ''}`
    : `${wrong} feil. Rett dem og kjør npm run knowledge igjen.`,
)
process.exitCode = wrong === 0 ? 0 : 1
