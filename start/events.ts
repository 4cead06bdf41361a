/** Who listens to what happens. */
import emitter from '@adonisjs/core/services/emitter'
import { CodeIssued, StepTaken } from '#intake'
import { sendTheCode, tellThePetitioner } from '#notification'

emitter.on(StepTaken, tellThePetitioner)
emitter.on(CodeIssued, sendTheCode)
