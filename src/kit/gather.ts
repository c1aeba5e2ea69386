import { setImmediate as nextTick } from 'node:timers/promises'

/**
 * Does at once what many ask for in the same moment, or while it is being done: one transaction instead of hundreds. What it
 * gives stands in the order it was asked for. Where it fails, it fails for all of them.
 */
export function gather<Asked, Given>(
  does: (all: readonly Asked[]) => Promise<readonly Given[]>,
): (one: Asked) => Promise<Given> {
  type Waiting = { one: Asked; resolve(given: Given): void; reject(error: unknown): void }
  let waiting: Waiting[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    await nextTick()
    while (waiting.length > 0) {
      const all = waiting
      waiting = []
      try {
        const given = await does(all.map(({ one }) => one))
        all.forEach(({ resolve }, at) => {
          resolve(given[at] as Given) // as many as were asked for
        })
      } catch (error) {
        for (const { reject } of all) reject(error)
      }
    }
    running = false
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!running) void run()
    })
}
