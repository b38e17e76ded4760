import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery, sessionQuery } from '../../api/queries';
import { fragmentToken, useFragmentToken } from '../../session/fragmentToken';
import { Entrance } from './Entrance';
import classes from './Entrance.module.css';
import { LinkSignIn } from './LinkSignIn';
import { SignInForm } from './SignInForm';

export default function SignInPage() {
  const { t } = useTranslation();
  const { next } = useSearch({ from: '/sign-in' });
  const token = useFragmentToken('/sign-in');
  const { data: instance } = useQuery(instanceQuery);
  const { data: session } = useQuery({ ...sessionQuery, enabled: !token });

  useEffect(() => {
    // The desk is fetched while the password is typed.
    if (session === null) void import('../../shell/Desk');
  }, [session]);

  if (token) return <LinkSignIn token={token} next={next} onGiveUp={fragmentToken.forget} />;
  if (session) return <Navigate to={next ?? '/'} replace />;
  return (
    <Entrance
      title={t('signIn.title')}
      lead={next ? t('signIn.toGoOn') : undefined}
      below={
        instance?.signUpOpen && (
          <>
            {t('signIn.new')} <Link to="/sign-up">{t('signUp.link')}</Link>
          </>
        )
      }
    >
      <SignInForm next={next} />
      <div className={classes.aside}>
        <Link to="/forgot">{t('forgot.link')}</Link>
      </div>
    </Entrance>
  );
}
