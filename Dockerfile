# NewsBot as a container: built from these sources, run by a user without rights. docs/operations.md says how to run it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NewsBot -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN install -d -m 0700 -o "$APP_UID" -g "$APP_UID" /data
# The archive lies in /data. A secret that is a file is read from /run/secrets, under its setting's name: Telegram__Token.
ENV NEWSBOT_Archive__Path=/data \
    NEWSBOT_Web__Url=http://0.0.0.0:8080 \
    CREDENTIALS_DIRECTORY=/run/secrets
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no program that fetches an address; its shell can.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]
ENTRYPOINT ["/app/newsbot"]
CMD ["serve"]
