/** `npm run knowledge`: checks every knowledge file and tells what is wrong where. Exit 1 when something is. */
import { resolve } from 'node:path'
import { environmentHere, readSharedConfig } from './config.ts'
import { checkKnowledge, writeFault } from './knowledge/knowledge.ts'

const folder = process.argv[2] ?? readSharedConfig(environmentHere()).knowledgeFolder
const { count, faults, warnings } = await checkKnowledge(resolve(folder))
for (const warning of warnings) console.warn(`${folder}/${writeFault(warning)} (råd)`)
for (const fault of faults) console.error(`${folder}/${writeFault(fault)}`)
console.log(
  faults.length === 0
    ? `Alt er i orden: ${count} avtaler, rutiner, maler, veiledere og regler.${warnings.length > 0 ? ` ${warnings.length} råd.` : ''}`
    : `${faults.length} feil. Rett dem og kjør npm run knowledge igjen.`,
)
process.exitCode = faults.length === 0 ? 0 : 1
