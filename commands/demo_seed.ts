import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import db from '@adonisjs/lucid/services/db'

/** Fills an empty installation with the demonstration: `node ace demo:seed`. */
export default class DemoSeed extends BaseCommand {
  static commandName = 'demo:seed'
  static description = 'Fill an empty installation with a district, its officers and petitions'
  static help = ['Everything is invented. Refuses to run in production.']
  static options: CommandOptions = { startApp: true }

  @flags.boolean({
    description: 'With eight weeks of petitions',
    default: true,
    showNegatedVariantInHelp: true,
  })
  declare petitions: boolean

  @flags.boolean({ description: 'A province: its governorate and four of its districts' })
  declare il: boolean

  async run() {
    if (this.app.inProduction) {
      this.logger.error('The demonstration invents people: it does not run in production.')
      this.exitCode = 1
      return
    }
    const isThere = (await db.from('authorities').first()) !== null
    const { isDemonstration } = await import('#database/demo/district')
    // A province is built around a demonstration, and goes on where it was broken off.
    if (isThere && !(this.il && (await isDemonstration()))) {
      this.logger.info('There is an authority already: the demonstration has nothing to add.')
      return
    }
    if (!isThere) await this.district()
    if (this.il) await this.province()
  }

  private async district() {
    const { seedDistrict } = await import('#database/demo/district')
    await seedDistrict()
    this.logger.success('Edremit Kaymakamlığı, its units and its officers are there.')
    if (!this.petitions) return
    const { seedPetitions } = await import('#database/demo/petitions')
    await this.showing('Eight weeks of petitions', seedPetitions)
  }

  private async province() {
    const { hasProvince, seedProvince } = await import('#database/demo/province')
    if (!(await hasProvince())) await seedProvince()
    if (this.petitions) {
      const { seedPetitionsBeside } = await import('#database/demo/beside')
      await seedPetitionsBeside()
    }
    this.logger.success('So are Balıkesir Valiliği and three more of its districts.')
  }

  private async showing(what: string, job: (progress: Progress) => Promise<void>) {
    const line = this.logger.await(what)
    line.start()
    await job((done, all) => line.update(what, { suffix: `${done} of ${all}` }))
    line.stop()
    this.logger.success(`${what} have happened.`)
  }
}

type Progress = (done: number, all: number) => void
