/**
 * How a text message reaches an operator, and how the operator says what became of it. Knows no
 * petition and no table.
 */
export type { DeliveryState, GatewayState, Outcome, Receipt, Sms, SmsGateway } from './gateway.ts'
export { UNTRIED } from './gateway.ts'
export { ALARMS } from './flow/alarm.ts'
export { FAULTS, inWords } from './flow/fault.ts'
export { KannelGateway, type KannelSettings } from './gateways/kannel.ts'
export { LogGateway } from './gateways/log.ts'
export { SmppGateway, type SmppSettings } from './gateways/smpp.ts'
export { configuredGateways, type GatewayList } from './gateways/configured.ts'
export { SILENT, type Log } from './log.ts'
export { LETTERS } from './encoding/alphabets.ts'
export { SmsText, normalised, type Count } from './encoding/sms_text.ts'
export { parseJson } from './http/json.ts'
export { SMPP_TIMES } from './smpp/settings.ts'
export { meaningOfSubmit, statusName } from './smpp/statuses.ts'
export { readReports, type ReportShape } from './receipts/report_shape.ts'
export { AllowList } from './settings/allow_list.ts'
export { gatewaySettings, type GatewaySettings } from './settings/gateway_settings.ts'
export type { WebhookSettings } from './settings/webhook_settings.ts'
