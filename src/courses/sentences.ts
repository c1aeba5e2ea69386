import { speaker } from '../kit/say.ts'
import { answering } from './sentences/answering.ts'
import { leading } from './sentences/leading.ts'
import { refused } from './sentences/refused.ts'
import { told } from './sentences/told.ts'

export const speak = speaker({ ...answering, ...leading, ...refused, ...told } as const)
export type Say = ReturnType<typeof speak>
