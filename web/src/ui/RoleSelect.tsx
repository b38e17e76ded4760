import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api/types';
import { rolesUpTo } from '../session/permissions';

/** One of the roles that somebody with `mine` may give, with what it means. */
export function RoleSelect({
  mine,
  initial,
  error,
}: {
  mine: Role;
  initial: Role;
  error?: string | undefined;
}) {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>(initial);
  return (
    <Select
      name="role"
      label={t('field.role')}
      description={t(`role.meaning.${role}`)}
      error={error}
      data={rolesUpTo(mine).map((value) => ({ value, label: t(`role.${value}`) }))}
      value={role}
      onChange={(value) => value && setRole(value as Role)}
    />
  );
}
