import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '../../campaigns/campaign-types.ts';
import { campaignTexts as t } from '../../texts/campaigns.ts';
import type { TableColumn } from '../../ui/table/table-types.ts';

/** A campaign's name, which leads to its page. */
export const campaignLink: TableColumn<Campaign> = {
  id: 'link',
  label: t.columnName,
  cell: ({ id, name }) => (
    <Anchor component={Link} to={`/admin/partners/campaigns/${id}`} fz="inherit">
      {name}
    </Anchor>
  ),
};
