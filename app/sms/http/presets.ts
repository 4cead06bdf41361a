import { type AnswerPatterns } from './answers.ts'
import { type ReportShape } from '../receipts/report_shape.ts'
import { type TemplateSettings } from './template.ts'

/** A company's interface, ready to use. What is written in the settings counts before it. */
export interface Preset extends TemplateSettings {
  patterns: AnswerPatterns
  idPath?: string
  /** Requests a second, where the company has a limit. */
  perSecond?: number
  report: ReportShape
}

/**
 * Netgsm, REST v2, after its published API description and client. NOT TRIED against the company:
 * a test send from the page of the gateways comes before anything else. 70 (a wrong or missing
 * parameter) stops the gateway rather than refusing each message for good, since then it is this
 * template that is wrong. The shape of the reports is not published; read under the names of its
 * report query.
 */
const NETGSM: Preset = {
  method: 'POST',
  url: 'https://api.netgsm.com.tr/sms/rest/v2/send',
  headers: { authorization: 'Basic {basic}' },
  type: 'json',
  body: JSON.stringify({
    msgheader: '{sender}',
    messages: [{ msg: '{text}', no: '{national}' }],
    encoding: 'TR',
    // No advertisement: the consent register (İYS) is not asked.
    iysfilter: '0',
  }),
  patterns: {
    configuration: /"code"\s*:\s*"(30|40|51|60|70)"/,
    throttled: /"code"\s*:\s*"(80|85)"/,
    permanent: /"code"\s*:\s*"(20|50)"/,
    success: /^2\d\d .*"code"\s*:\s*"0[012]"/s,
    temporary: /"code"\s*:\s*"(\w+)"/,
  },
  idPath: 'jobid',
  report: {
    within: ['jobs', 'reports', 'report', 'data'],
    id: ['jobid', 'jobID', 'bulkid'],
    state: ['status', 'durum'],
    error: ['errorCode', 'hatakod'],
    to: ['number', 'telno', 'no'],
    meanings: [
      ['enroute', /^0$/],
      ['delivered', /^1$/],
      ['expired', /^2$/],
      ['undeliverable', /^(3|4|12|103)$/],
      ['rejected', /^(11|13|14|15|16|17)$/],
    ],
  },
}

/**
 * Verimor, SMS API v2, after its user guide. NOT TRIED against the company. Reports speak of our own
 * id (custom_id), which is known before the answer. It allows 150 requests a minute.
 */
const VERIMOR: Preset = {
  method: 'POST',
  url: 'https://sms.verimor.com.tr/v2/send.json',
  headers: {},
  type: 'json',
  body: JSON.stringify({
    username: '{username}',
    password: '{password}',
    source_addr: '{sender}',
    valid_for: '{valid}',
    custom_id: '{id}',
    is_commercial: false,
    messages: [{ msg: '{text}', dest: '{msisdn}' }],
  }),
  patterns: {
    configuration:
      /^401 |^400 (INVALID_SOURCE_ADDRESS|INVALID_PERIOD|INVALID_DATACODING|MISSING_IYS_BRAND_CODE|AHS_AUTHORIZATION_ERROR|MISSING_DESTINATION_ADDRESS)/,
    throttled: /^429 |^400 (INSUFFICIENT_CREDITS)/,
    permanent:
      /^400 (INVALID_DESTINATION_ADDRESS|MESSAGE_TOO_LONG|MISSING_MESSAGE|FORBIDDEN_MESSAGE)/,
    success: /^200 \d+$/,
    temporary: /^400 ([A-Z_]+)/,
  },
  perSecond: 2,
  report: {
    within: [],
    reply: { field: 'type', is: 'inbound' },
    id: ['campaign_custom_id', 'message_custom_id', 'campaign_id'],
    state: ['status'],
    error: ['gsm_error'],
    to: ['dest'],
    meanings: [
      ['enroute', /^(SENDING|WAITING)$/],
      ['delivered', /^DELIVERED$/],
      ['expired', /^EXPIRED$/],
      ['undeliverable', /^(NOT_DELIVERED|INVALID_DESTINATION_ADDRESS|SEND_ERROR)$/],
      [
        'rejected',
        /^(REJECTED|DOUBLE_SEND_ERROR|BLACKLISTED_DESTINATION_ADDRESS|MISSING_TARIFF|ROUTE_NOT_AVAILABLE|NETWORK_NOTCOVERED|INTERNATIONAL_DENIED)$/,
      ],
      // Delivered as far as anybody knows: the operator gives no receipts.
      ['unknown', /^SENT$/],
    ],
  },
}

export const PRESETS = { netgsm: NETGSM, verimor: VERIMOR } satisfies Record<string, Preset>
