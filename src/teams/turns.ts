import PQueue from 'p-queue'

export type Turns = {
  /** Runs `work` when everything that came before it in the same conversation is done. */
  inOrder<T>(conversation: string, work: () => Promise<T>): Promise<T>
  /** Resolves when all that has begun is done. */
  idle(): Promise<void>
}

/** One turn at a time in each conversation; different conversations do not wait for each other. */
export function createTurns(): Turns {
  const queues = new Map<string, PQueue>()
  return {
    async inOrder(conversation, work) {
      const queue = queues.get(conversation) ?? new PQueue({ concurrency: 1 })
      queues.set(conversation, queue)
      try {
        return await queue.add(work)
      } finally {
        // The next turn may have started already: only an idle queue is put away.
        if (queue.size === 0 && queue.pending === 0) queues.delete(conversation)
      }
    },
    async idle() {
      await Promise.all([...queues.values()].map((queue) => queue.onIdle()))
    },
  }
}
