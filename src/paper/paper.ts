/**
 * What is written down to be kept or sent as a file: what it says as plain data, and how that becomes a Word file. The same
 * paper gives the same bytes. It knows nothing of purchases or courses, and no today.
 */
export {
  type Block,
  display,
  facts,
  heading,
  type Line,
  list,
  notice,
  orFill,
  type Paper,
  signatures,
  table,
  text,
} from './blocks.ts'
export { fileName } from './file-name.ts'
export { legible } from './legible.ts'
export { wordFile, wordType } from './word-file.ts'
