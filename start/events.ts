/** Who listens to what happens. */
import emitter from '@adonisjs/core/services/emitter'
import { StepTaken } from '#intake'
import { tellThePetitioner } from '#notification'

emitter.on(StepTaken, tellThePetitioner)
