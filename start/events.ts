/** Who listens to what happens. */
import emitter from '@adonisjs/core/services/emitter'
import { CodeIssued, JoinMade, MailArrived, StepTaken, WaysAsked } from '#intake'
import {
  answerTheMail,
  openWays,
  sendTheCode,
  sendThePasswordLink,
  tellTheOfficers,
  tellThePetitioner,
  tellWhoJoined,
} from '#notification'
import { PasswordLinkMade } from '#organisation'

emitter.on(StepTaken, tellThePetitioner)
emitter.on(StepTaken, tellTheOfficers)
emitter.on(CodeIssued, sendTheCode)
emitter.on(MailArrived, answerTheMail)
emitter.on(JoinMade, tellWhoJoined)
emitter.on(WaysAsked, openWays)
emitter.on(PasswordLinkMade, sendThePasswordLink)
