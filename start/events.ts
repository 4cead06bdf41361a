/** Who listens to what happens. */
import emitter from '@adonisjs/core/services/emitter'
import { CodeIssued, JoinMade, MailArrived, StepTaken, TelephoneReplaced, WaysAsked } from '#intake'
import {
  answerTheMail,
  followTheTelephone,
  openWays,
  sendTheCode,
  sendTheLetter,
  sendThePasswordLink,
  tellOfTheLapsed,
  tellTheOfficers,
  tellThePetitioner,
  tellWhoJoined,
} from '#notification'
import { PasswordLinkMade } from '#organisation'
import { tryNewTelephone } from '#response'

emitter.on(StepTaken, tellThePetitioner)
emitter.on(StepTaken, tellTheOfficers)
emitter.on(StepTaken, sendTheLetter)
emitter.on(StepTaken, tellOfTheLapsed)
emitter.on(StepTaken, tryNewTelephone)
emitter.on(CodeIssued, sendTheCode)
emitter.on(TelephoneReplaced, followTheTelephone)
emitter.on(MailArrived, answerTheMail)
emitter.on(JoinMade, tellWhoJoined)
emitter.on(WaysAsked, openWays)
emitter.on(PasswordLinkMade, sendThePasswordLink)
