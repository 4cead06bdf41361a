import db from '@adonisjs/lucid/services/db'

interface Client {
  acquireConnection(): Promise<unknown>
}

/** Does `work`, and `change` just before its statement of this number is sent, counted from 1. */
export async function before<T>(
  statement: number,
  change: () => Promise<unknown>,
  work: () => Promise<T>
) {
  const { client } = db.connection().getReadClient() as unknown as { client: Client }
  const own = client.acquireConnection
  let sent = 0
  client.acquireConnection = async function () {
    if (++sent === statement) {
      client.acquireConnection = own
      await change()
    }
    return own.call(client)
  }
  try {
    return { result: await work(), happened: sent >= statement }
  } finally {
    client.acquireConnection = own
  }
}
