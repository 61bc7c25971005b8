# Turns nginx.conf into a server with passwords (auth_basic) instead of oauth2-proxy: sed -f password.sed nginx.conf
s|^# The internal edition behind oauth2-proxy .*|# The internal edition behind passwords, for the http {} of nginx. Write in the name, the|
s|Whatever is not below /oauth2/ asks|Everything asks|
s|auth_request /oauth2/auth;|auth_basic           "Reviews";|
s|error_page 401 = @login;|auth_basic_user_file /etc/nginx/reviews.htpasswd;|
/^  # The address to come back to /d
/^  location @login {/,/^  }/d
/^  location \/oauth2\/ {/,/^  }/d
/^  location = \/oauth2\/auth {/,/^  }/d
