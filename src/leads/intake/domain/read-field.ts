import { unreachable } from '../../../kernel/result.ts';
import type { FieldDefinition } from './fields.ts';
import { readEmail, type ReadPhone, readPhoneField } from './read-contact.ts';
import { readBirthDate, readDate, readInstant } from './read-date.ts';
import { readState, readZip, readZipPlus4 } from './read-place.ts';
import { readBoolean, readNumber } from './read-scalar.ts';
import { readSelect, readText, readVerbatim } from './read-text.ts';
import { readIp, readUrl } from './read-web.ts';
import { ABSENT, type Reading } from './reading.ts';

/** What reading needs from outside: the phone library, and today as `YYYY-MM-DD` on the tenant's calendar. */
export interface ReadPorts {
  readonly readPhone: ReadPhone;
  readonly today: string;
}

/** Whether the sender left the field out: forms send empty text, some clients null. */
export const isBlank = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

/** Reads one raw value by its definition. Never throws, never repeats the value in a message. */
export function readField(definition: FieldDefinition, raw: unknown, ports: ReadPorts): Reading {
  if (isBlank(raw)) return ABSENT;
  switch (definition.format) {
    case undefined:
      return readByType(definition, raw, ports);
    case 'verbatim':
      return readVerbatim(definition, raw);
    case 'birth_date':
      return readBirthDate(raw, ports.today);
    case 'instant':
      return readInstant(raw);
    case 'zip':
      return readZip(raw);
    case 'zip_plus_4':
      return readZipPlus4(raw);
    case 'state':
      return readState(raw);
    case 'ip':
      return readIp(raw);
    default:
      return unreachable(definition.format);
  }
}

function readByType(definition: FieldDefinition, raw: unknown, ports: ReadPorts): Reading {
  switch (definition.type) {
    case 'text':
      return readText(definition, raw);
    case 'number':
      return readNumber(definition, raw);
    case 'boolean':
      return readBoolean(raw);
    case 'date':
      return readDate(raw);
    case 'select':
      return readSelect(definition, raw);
    case 'email':
      return readEmail(raw);
    case 'phone':
      return readPhoneField(definition, raw, ports.readPhone);
    case 'url':
      return readUrl(raw);
    default:
      return unreachable(definition.type);
  }
}
