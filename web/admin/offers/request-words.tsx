import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Ok } from '../../frame/ok.ts';
import { offerRequestTexts as t } from '../../texts/partner-offers.ts';
import { Status } from '../../ui/status.tsx';
import type { TableColumn } from '../../ui/table/table-types.ts';
import { Time } from '../../ui/time.tsx';

/** That a partner asks for an offer, as staff see it. */
export type OfferRequest = Ok<'/api/v1/offer-requests', 'get'>['data'][number];

type Column = TableColumn<OfferRequest>;

/** Columns of what partners ask for. */
export const REQUEST_COLUMNS = {
  partner: {
    id: 'partner',
    label: t.columnPartner,
    cell: ({ partnerId, partnerName }) => (
      <Anchor
        component={Link}
        to={`/admin/partners/${partnerId}`}
        fz="inherit"
        onClick={(event) => event.stopPropagation()}
      >
        {partnerName}
      </Anchor>
    ),
    text: ({ partnerName }) => partnerName,
  },
  offer: {
    id: 'offer',
    label: t.columnOffer,
    cell: ({ offerId, offerName }) => (
      <Anchor
        component={Link}
        to={`/admin/offers/${offerId}`}
        fz="inherit"
        onClick={(event) => event.stopPropagation()}
      >
        {offerName}
      </Anchor>
    ),
    text: ({ offerName }) => offerName ?? '',
  },
  status: {
    id: 'status',
    label: t.columnStatus,
    cell: ({ status }) => <Status value={status} label={t.statuses[status]} />,
    text: ({ status }) => t.statuses[status],
  },
  asked: { id: 'asked', label: t.columnAsked, cell: ({ requestedAt }) => <Time at={requestedAt} /> },
  ended: {
    id: 'ended',
    label: t.columnEnded,
    cell: ({ decidedAt }) => (decidedAt === null ? '–' : <Time at={decidedAt} />),
  },
  note: { id: 'note', label: t.columnNote, cell: ({ note }) => note ?? '–', extra: true },
} as const satisfies Record<string, Column>;
