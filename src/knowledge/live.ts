import { watch } from 'chokidar'
import { Fault } from '../kit/fault.ts'
import { type Knowledge, openKnowledge } from './knowledge.ts'

export type LiveKnowledge = {
  /** The newest knowledge without faults. Take it once for a turn: the next call may give another. */
  now(): Knowledge
  /** Reads at once what was just written, and gives what became of it, which is told like any other news. */
  renewNow(): Promise<KnowledgeNews>
  close(): Promise<void>
}

/** What is told of a change: that it is in use, or why it is not. */
export type KnowledgeNews = { kind: 'renewed'; count: number } | { kind: 'kept'; because: string }

/** A file is read when it has not changed for this long: an editor may write it in several goes. */
const defaultQuietMs = 300

/**
 * Opens a folder and keeps up with it. A change becomes a new index beside the old one, which answers until the new
 * one is whole; files with faults change nothing and are told. Throws as `openKnowledge` does when it cannot begin.
 */
export async function followKnowledge(
  folder: string,
  tell: (news: KnowledgeNews) => void,
  quietMs = defaultQuietMs,
): Promise<LiveKnowledge> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: Math.min(100, quietMs) },
  })
  await new Promise<void>((ready) => watcher.once('ready', ready))
  let current: Knowledge
  try {
    current = await openKnowledge(folder)
  } catch (error) {
    await watcher.close()
    throw error
  }
  const read = async (): Promise<KnowledgeNews> => {
    try {
      current = await openKnowledge(folder)
      return { kind: 'renewed', count: current.items.length }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return { kind: 'kept', because: error.message }
    }
  }
  let changed = false
  const renew = async () => {
    changed = false
    const news = await read()
    tell(news)
    return news
  }
  // One reading after the other: what was read last is what is used.
  let renewing: Promise<unknown> = Promise.resolve()
  watcher.on('all', () => {
    changed = true
    renewing = renewing.then(() => (changed ? renew() : undefined))
  })
  watcher.on('error', (error) => tell({ kind: 'kept', because: `watching ${folder}: ${String(error)}` }))
  return {
    now: () => current,
    renewNow() {
      const renewed = renewing.then(renew)
      renewing = renewed
      return renewed
    },
    async close() {
      await watcher.close()
      await renewing
    },
  }
}
