/** What tests take of a script of public/: browsers read it as it is. */
declare module '*/public/outage_store.js' {
  export function seal(written: object, key: { name: string; open: string }): Promise<string>
}
