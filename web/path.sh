# Sourced: where setup.sh has fetched a newer Node than the machine's, that one comes first and trusts
# the certificates that the machine trusts.
node_cache=${XDG_CACHE_HOME:-$HOME/.cache}/manicule/node
export PATH=$node_cache/node_modules/.bin:$PATH
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -f $certificates ]; then
  export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$certificates}
fi
